import type { App, BrowserWindow } from 'electron';

/** Brings a window in front of everything, also from the task bar. */
export function bringToFront(window: BrowserWindow | null): void {
  if (!window || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export interface Lifecycle {
  readonly platform: NodeJS.Platform;
  /** The window, or null while there is none. */
  readonly window: () => BrowserWindow | null;
  readonly openWindow: () => void;
  /** Closes the core's files; the app ends after that. */
  readonly stopCore: () => Promise<void>;
}

/**
 * From now on: a second start shows the first one's window; closing the window ends the app (on a Mac it stays
 * in the dock); however it ends, the core closes its files first.
 */
export function keepLife(app: App, life: Lifecycle): void {
  app.on('second-instance', () => bringToFront(life.window()));
  app.on('activate', () => {
    if (life.window()) bringToFront(life.window());
    else life.openWindow();
  });
  app.on('window-all-closed', () => {
    if (life.platform !== 'darwin') app.quit();
  });
  app.once('will-quit', (event) => {
    event.preventDefault();
    void life.stopCore().finally(() => app.exit(0));
  });
}

/** Signals of a session that ends, or of a terminal, are a plain "quit". */
export function quitOnSignals(process: Pick<NodeJS.Process, 'on'>, app: Pick<App, 'quit'>): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}

/** A mistake of ours ends the app with a sentence instead of Electron's box with a stack trace. */
export function endOnFaults(process: Pick<NodeJS.Process, 'on'>, end: (code: string) => void): void {
  const fault = (error: unknown) => end(error instanceof Error ? error.name : 'unknown');
  process.on('uncaughtException', fault);
  process.on('unhandledRejection', fault);
}
