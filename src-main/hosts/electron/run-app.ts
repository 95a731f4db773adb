import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import type { AppUpdater } from 'electron-updater';
import { APP_SCHEMES } from './app-origin.ts';
import { decideUpdates } from './decide-updates.ts';
import type { Electron, HostProcess } from './electron-parts.ts';
import { appFolders } from './folders.ts';
import { guardContents } from './guard-contents.ts';
import { machineFolder, readHostSettings, SETTINGS_FILE } from './host-settings.ts';
import { type LaunchOptions, readLaunchOptions } from './launch-options.ts';
import { quitOnSignals } from './lifecycle.ts';
import { type Desk, notify, openDesk } from './open-desk.ts';
import { createOpenLink } from './open-link.ts';
import { openSecretStore } from './secrets.ts';
import { lookForUpdate } from './updates.ts';
import { fill, type HostWords, hostWords } from './words.ts';

const APP_ID = 'de.postmappe.desk';

/** What has to be said to Electron before it is ready. @returns false when the app runs already */
function prepare(electron: Electron, process: HostProcess, options: LaunchOptions): boolean {
  const { app, protocol } = electron;
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  protocol.registerSchemesAsPrivileged(APP_SCHEMES);
  if (options.data) app.setPath('userData', resolve(options.data));
  quitOnSignals(process, app);
  return app.requestSingleInstanceLock();
}

/** Everything the desk needs, or the sentence that says what is missing. */
async function gatherDesk(
  { app, safeStorage }: Electron,
  process: HostProcess,
  options: LaunchOptions,
  words: HostWords,
): Promise<Desk | string> {
  const userData = app.getPath('userData');
  const ownFile = join(userData, SETTINGS_FILE);
  const machineFile = join(machineFolder(process.platform, process.env), SETTINGS_FILE);
  const read = readHostSettings([machineFile, ownFile]);
  if (!read.ok) return fill(words.start.badSettings, { file: read.file, place: read.place });
  const serverUrl = options.server ?? read.settings.server;
  if (!serverUrl) return fill(words.start.noServer, { file: ownFile });
  const secrets = await openSecretStore(safeStorage, process.platform, { serverUrl, demo: options.demo });
  if (!secrets) return words.start.noKeyRing;
  const { isPackaged } = app;
  const folders = appFolders({
    isPackaged,
    appPath: app.getAppPath(),
    resourcesPath: process.resourcesPath,
  });
  const core = {
    dataFolder: join(userData, 'desk'),
    resourcesFolder: folders.resources,
    downtimeFolder: read.settings.downtimeFolder ?? join(app.getPath('documents'), 'Postmappe'),
    deviceName: hostname(),
    serverUrl,
  };
  return { process, words, settings: read.settings, secrets, folders, core };
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
