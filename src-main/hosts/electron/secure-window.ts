import type { BrowserWindow, BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Electron } from './electron-parts.ts';

/** What every page of the app runs under. Each value is written out, also where it is Electron's default. */
export const WEB_PREFERENCES = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // Chromium's one plugin is its PDF viewer, through which the sheets of the morning are printed.
  plugins: true,
  // Dictionaries would be fetched from a foreign server.
  spellcheck: false,
} as const satisfies WebPreferences;

/** Fits a school's old screen (1366 × 768) beside a task bar. */
const WINDOW_FRAME = {
  name: 'main',
  windowStatePersistence: true,
  width: 1280,
  height: 800,
  minWidth: 900,
  minHeight: 560,
  autoHideMenuBar: true,
  show: false,
  title: 'Postmappe',
} as const satisfies BrowserWindowConstructorOptions;

export interface WindowChoices {
  /** Absolute path of the bundled preload. */
  readonly preload: string;
  /** Only while developing. */
  readonly devTools: boolean;
  /** Shown until the page has painted, so that a dark desktop does not flash. */
  readonly backgroundColor: string;
}

/** The options of every window; what is not a choice is fixed. */
function windowOptions(choices: WindowChoices): BrowserWindowConstructorOptions {
  const { preload, devTools, backgroundColor } = choices;
  return { ...WINDOW_FRAME, backgroundColor, webPreferences: { ...WEB_PREFERENCES, preload, devTools } };
}

/** The only place that makes a window. */
export function secureWindow(
  { BrowserWindow }: Pick<Electron, 'BrowserWindow'>,
  choices: WindowChoices,
): BrowserWindow {
  const made = new BrowserWindow(windowOptions(choices));
  made.once('ready-to-show', () => made.show());
  return made;
}
