import * as electron from 'electron';
import { runApp } from './run-app.ts';

/** Entry of the Electron app. A failure of the start is a fault like any other: see `endOnFaults`. */
void runApp(electron, process, async () => (await import('electron-updater')).default.autoUpdater);
