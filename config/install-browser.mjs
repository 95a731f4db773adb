// Sees to it that there is a browser for the app's window and the end-to-end tests.
// Plain Node 20, no dependencies.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Whether this is Debian itself; Ubuntu's `chromium` package only points to a snap. */
function isDebian() {
  const osRelease = '/etc/os-release';
  return existsSync(osRelease) && /^ID="?debian"?$/m.test(readFileSync(osRelease, 'utf8'));
}

async function installFromDebian() {
  if (!isDebian() || process.getuid?.() !== 0) return false;
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  return (
    (await runQuietly("Reading Debian's package lists", 'apt-get', ['update'], options)) &&
    (await runQuietly(
      'Installing Chromium from Debian (about a minute)',
      'apt-get',
      ['install', '-y', 'chromium'],
      options,
    ))
  );
}

/** @param {string} root */
async function installFromPlaywright(root) {
  const cli = join(root, 'node_modules/playwright/cli.js');
  if (!existsSync(cli)) return false;
  return runQuietly("Fetching Playwright's Chromium", process.execPath, [cli, 'install', 'chromium']);
}

/**
 * Finds a browser, or installs one.
 * @param {string} root the project's folder
 * @param {(line: string) => void} say for what is only worth saying when nobody asked for quiet
 * @returns {Promise<boolean>} whether there is one now; what to do has been printed otherwise
 */
export async function ensureBrowser(root, say) {
  const found = findBrowser();
  if (found) {
    say(`Browser: ${found}`);
    return true;
  }
  console.log('No Chrome, Chromium or Edge found.');
  if ((await installFromDebian()) || (await installFromPlaywright(root))) {
    const installed = findBrowser();
    if (installed) {
      console.log(`Browser: ${installed}`);
      return true;
    }
  }
  console.error(
    'Please install Chromium, Chrome or Edge, or set POSTMAPPE_BROWSER to the path of one, and start again.',
  );
  return false;
}
