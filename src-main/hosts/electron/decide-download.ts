import { basename } from 'node:path';
import { isOwnBlob } from './app-origin.ts';

/** Endings the app hands over: printed sheets, tables and lists. */
const ENDINGS = ['pdf', 'csv', 'xlsx', 'json', 'txt', 'dat', 'zip'] as const;

export type DownloadDecision =
  | { readonly kind: 'refuse' }
  /** A save dialog with this name; `ending` without the dot. */
  | { readonly kind: 'save'; readonly fileName: string; readonly ending: (typeof ENDINGS)[number] };

/** The name without folders and without what Windows forbids in a name. */
function tidyName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'));
  return plain
    .replace(/[<>:"|?*\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(-120);
}

/** Only what the app's own page has made may be saved, and only as a kind of file the app makes. */
export function decideDownload(download: { url: string; fileName: string }): DownloadDecision {
  const fileName = tidyName(download.fileName);
  const ending = ENDINGS.find((known) => fileName.toLowerCase().endsWith(`.${known}`));
  if (!ending || !isOwnBlob(download.url)) return { kind: 'refuse' };
  return { kind: 'save', fileName, ending };
}
