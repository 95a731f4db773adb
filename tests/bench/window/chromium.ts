import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { findBrowser } from '../../../config/find-browser.mjs';

/** No calls home, no first-run pages; as root Chromium refuses to start with its sandbox. */
const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The size of a usual office screen. */
export const viewport = { width: 1366, height: 768 };

/** Starts a real Chromium, without a display. @throws Error with a sentence when there is none */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: flags });
}

/**
 * Starts a real Chromium with a profile that stays, as the app's own window has one.
 * @throws Error with a sentence when there is none
 */
export function launchWithProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: executable(),
    args: flags,
    viewport,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
}

function executable(): string {
  const found = findBrowser();
  if (!found)
    throw new Error('No Chrome or Chromium was found; "npm test" installs one, or set POSTMAPPE_BROWSER.');
  return found;
}
