import type { BrowserWindow, Dialog, Shell } from 'electron';
import { decideLink } from './decide-link.ts';
import { fill, type HostWords } from './words.ts';

export type OpenLink = (url: string, window: BrowserWindow | null) => Promise<void>;

/**
 * The only way out of the app: a web page after the person has seen whose it is, mail and telephone at once,
 * everything else not at all.
 */
export function createOpenLink(
  { dialog, shell }: { dialog: Pick<Dialog, 'showMessageBox'>; shell: Pick<Shell, 'openExternal'> },
  words: HostWords['link'],
): OpenLink {
  return async (url, window) => {
    const decision = decideLink(url);
    if (decision.kind === 'refuse') return;
    if (decision.kind === 'ask') {
      const question = {
        type: 'question' as const,
        message: words.question,
        detail: fill(words.detail, { host: decision.shown }),
        buttons: [words.open, words.cancel],
        defaultId: 1,
        cancelId: 1,
      };
      const { response } = await (window
        ? dialog.showMessageBox(window, question)
        : dialog.showMessageBox(question));
      if (response !== 0) return;
    }
    // Fails where no program is installed for it; the desktop has told the person then.
    await shell.openExternal(decision.url).catch(() => {});
  };
}
