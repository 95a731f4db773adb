import type { BrowserWindow } from 'electron';
import { START_PAGE } from './app-origin.ts';
import { mayRestart } from './decide-restart.ts';
import type { Electron } from './electron-parts.ts';
import { secureWindow, type WindowChoices } from './secure-window.ts';

export interface MainWindow {
  /** The window, or null while there is none. */
  current(): BrowserWindow | null;
  open(): void;
}

export interface MainWindowNeeds {
  readonly electron: Pick<Electron, 'BrowserWindow'>;
  readonly choices: () => WindowChoices;
  readonly nowMs: () => number;
  /** The built window is not there, or its page ends again and again. */
  readonly onBroken: () => void;
}

/** The app's one window. A page that crashes is loaded again: what was typed lies in the core. */
export function createMainWindow(needs: MainWindowNeeds): MainWindow {
  const goneAtMs: number[] = [];
  let window: BrowserWindow | null = null;

  const load = (target: BrowserWindow) => void target.loadURL(START_PAGE).catch(needs.onBroken);
  const open = () => {
    const made = secureWindow(needs.electron, needs.choices());
    window = made;
    made.once('closed', () => {
      if (window === made) window = null;
    });
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || made.isDestroyed()) return;
      goneAtMs.push(needs.nowMs());
      if (mayRestart(goneAtMs)) load(made);
      else needs.onBroken();
    });
    load(made);
  };
  return { current: () => window, open };
}
