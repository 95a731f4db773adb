import * as electron from 'electron';
import { runApp } from './run-app.ts';

/** Entry of the Electron app. */
runApp(electron, process, async () => (await import('electron-updater')).default.autoUpdater).catch(
  (error: unknown) => {
    electron.dialog.showErrorBox('Postmappe', error instanceof Error ? error.name : 'unknown');
    electron.app.exit(1);
  },
);
