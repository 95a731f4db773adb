import { type ChildProcess, spawn } from 'node:child_process';
import { findBrowser } from '../../../config/find-browser.mjs';
import { prepareProfile } from './window-profile.ts';

export interface WindowPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** 0 is root; undefined where users have no numbers. */
  readonly userId: number | undefined;
}

/** Whether a window could be seen by anybody. */
export function hasDisplay({ platform, env }: Pick<WindowPlace, 'platform' | 'env'>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** How Chromium opens one window without tabs, address bar, first-run pages, offers or calls home. */
export function windowArguments(
  address: string,
  profileFolder: string,
  userId: number | undefined,
): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--window-size=1366,860',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-features=Translate',
    '--hide-crash-restore-bubble',
    '--password-store=basic',
    // As root Chromium refuses to start with its sandbox.
    ...(userId === 0 ? ['--no-sandbox'] : []),
  ];
}

/**
 * Opens the window where there is a display and a Chrome, Chromium or Edge.
 * @param onClosed the person has closed it
 * @returns undefined when there is none: the address has to be opened by hand
 */
export function openWindow(
  address: string,
  profileFolder: string,
  onClosed: () => void,
): ChildProcess | undefined {
  const place: WindowPlace = { platform: process.platform, env: process.env, userId: process.getuid?.() };
  if (!hasDisplay(place)) return undefined;
  const browser = findBrowser();
  if (!browser) return undefined;
  prepareProfile(profileFolder);
  // Detached: a second start ends while the window it has opened stays.
  const child = spawn(browser, windowArguments(address, profileFolder, place.userId), {
    stdio: 'ignore',
    detached: true,
  });
  child.once('error', onClosed);
  child.once('exit', onClosed);
  return child;
}
