import { resolve } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { APP_SCHEMES } from './app-origin.ts';
import { decideUpdates } from './decide-updates.ts';
import type { Electron, HostProcess } from './electron-parts.ts';
import { gatherDesk } from './gather-desk.ts';
import { guardContents } from './guard-contents.ts';
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts';
import { endOnFaults, quitOnSignals } from './lifecycle.ts';
import { notify, openDesk } from './open-desk.ts';
import { createOpenLink } from './open-link.ts';
import { lookForUpdate } from './updates.ts';
import { fill, hostWords } from './words.ts';

const APP_ID = 'de.postmappe.desk';

/** What has to be said to Electron before it is ready. @returns false when the app runs already */
function prepare(electron: Electron, process: HostProcess, options: LaunchOptions): boolean {
  const { app, dialog, protocol } = electron;
  endOnFaults(process, (code) => {
    const { start } = hostWords(app.getPreferredSystemLanguages());
    dialog.showErrorBox(start.failedTitle, fill(start.failed, { code }));
    app.exit(1);
  });
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  protocol.registerSchemesAsPrivileged(APP_SCHEMES);
  if (options.data) app.setPath('userData', resolve(options.data));
  quitOnSignals(process, app);
  return app.requestSingleInstanceLock();
}

/**
 * Runs the app: what Electron does for it, in the order it has to be done. Resolves when the window is open,
 * or when the app is about to end because it runs already or can't start; the person has been told why.
 * @param loadUpdater only called when updates are configured
 */
export async function runApp(
  electron: Electron,
  process: HostProcess,
  loadUpdater: () => Promise<AppUpdater>,
): Promise<void> {
  const { app, BrowserWindow, dialog } = electron;
  const options = readLaunchOptions(process.argv, app.isPackaged);
  if (!prepare(electron, process, options)) {
    app.exit(0);
    return;
  }
  await app.whenReady();
  const words = hostWords(app.getPreferredSystemLanguages());
  const openLink = createOpenLink(electron, words.link);
  guardContents(app, (url, contents) => void openLink(url, BrowserWindow.fromWebContents(contents)));
  const desk = await gatherDesk(electron, process, options, words);
  if (typeof desk === 'string') {
    dialog.showErrorBox(words.start.failedTitle, desk);
    app.exit(1);
    return;
  }
  openDesk(electron, desk);
  const updates = decideUpdates(desk.settings, app.isPackaged);
  await lookForUpdate(updates, loadUpdater, (version) =>
    notify(electron, fill(words.update.available, { version })),
  );
}
