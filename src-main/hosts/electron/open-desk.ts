import { join } from 'node:path';
import { z } from 'zod';
import type { SecretStore } from '../../core/environment.ts';
import { CONNECT_CHANNEL } from './channels.ts';
import { CoreProcess } from './core-process.ts';
import type { Electron, HostProcess } from './electron-parts.ts';
import type { AppFolders } from './folders.ts';
import { registerShortcut } from './global-shortcut.ts';
import { guardSession } from './guard-session.ts';
import type { HostSettings } from './host-settings.ts';
import { handle } from './ipc.ts';
import { bringToFront, keepLife } from './lifecycle.ts';
import { createMainWindow, type MainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { serveApp } from './serve-app.ts';
import { type CoreStart, startCore } from './start-core.ts';
import { fill, type HostWords } from './words.ts';

export interface Desk {
  readonly process: HostProcess;
  readonly words: HostWords;
  readonly settings: HostSettings;
  readonly secrets: SecretStore;
  readonly folders: AppFolders;
  readonly core: CoreStart;
}

/** A sentence on the desktop. Never about a child: anybody may stand in front of the screen. */
export function notify({ Notification }: Pick<Electron, 'Notification'>, body: string): void {
  if (Notification.isSupported()) new Notification({ title: 'Postmappe', body }).show();
}

function openWindow(electron: Electron, { folders, words }: Desk): MainWindow {
  const { app, dialog, nativeTheme } = electron;
  return createMainWindow({
    electron,
    choices: () => ({
      preload: folders.preload,
      devTools: !app.isPackaged,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    }),
    nowMs: Date.now,
    onBroken: () => {
      dialog.showErrorBox(words.start.failedTitle, fill(words.start.failed, { code: 'window' }));
      app.quit();
    },
  });
}

function runCore(electron: Electron, desk: Desk): CoreProcess {
  const { app, dialog, utilityProcess, MessageChannelMain } = electron;
  const { core: words } = desk.words;
  const core: CoreProcess = new CoreProcess({
    start: () => startCore(utilityProcess, desk.folders.core, desk.core, desk.secrets),
    Channel: MessageChannelMain,
    nowMs: Date.now,
    onRestarted: () => notify(electron, words.restarted),
    onGaveUp: async (sentence) => {
      const { response } = await dialog.showMessageBox({
        type: 'error',
        title: words.gaveUpTitle,
        message: words.gaveUp,
        detail: sentence ?? '',
        buttons: [words.restart, words.quit],
        defaultId: 0,
        cancelId: 0,
      });
      if (response === 0) core.restart();
      else app.quit();
    },
  });
  return core;
}

/** Starts the core, opens the window and connects them. Electron is ready. */
export function openDesk(electron: Electron, desk: Desk): void {
  const { app, globalShortcut, ipcMain, Menu, protocol, session } = electron;
  const { folders, process, settings, words } = desk;
  serveApp(protocol, folders.window);
  guardSession(session.defaultSession, {
    devTools: !app.isPackaged,
    downloadsFolder: app.getPath('downloads'),
    joinPath: join,
    saveTitle: words.save.title,
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, words.menu)));

  const core = runCore(electron, desk);
  handle(ipcMain, CONNECT_CHANNEL, z.strictObject({}), (frame) => core.connect(frame));
  const window = openWindow(electron, desk);
  keepLife(app, {
    platform: process.platform,
    window: window.current,
    openWindow: window.open,
    stopCore: () => core.stop(),
  });
  window.open();
  const keys = settings.globalShortcut;
  if (!registerShortcut(globalShortcut, keys, () => bringToFront(window.current()))) {
    notify(electron, fill(words.shortcut.taken, { keys: keys ?? '' }));
  }
}
