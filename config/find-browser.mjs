// Finds a Chromium-family browser that is already on this machine. Runs on plain Node 20, before
// anything is installed; used by the bootstrap, the browser host and the end-to-end tests.
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * What finding a browser needs to know of a machine; tests pass their own.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} home
 * @property {(path: string) => boolean} isExecutable
 * @property {(folder: string) => string[]} list the names in a folder, empty when it can't be read
 */

const ON_LINUX_PATH = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const ON_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
/** Where Playwright's own download keeps the executable, below `chromium-NNNN/`. */
const IN_PLAYWRIGHT = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  list(folder) {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  },
};

/** @param {Machine} machine */
function installedCandidates({ platform, env, home }) {
  if (platform === 'darwin') {
    return ON_MAC.flatMap((name) =>
      ['', home].map((root) => posix.join(root || '/', `Applications/${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => !!root);
    return ON_WINDOWS.flatMap((path) => roots.map((root) => win32.join(root ?? '', path)));
  }
  // A desktop session or a service may have a shorter PATH than a login shell.
  const folders = new Set([...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']);
  return ON_LINUX_PATH.flatMap((name) =>
    [...folders].filter((folder) => folder.startsWith('/')).map((folder) => posix.join(folder, name)),
  );
}

/** @param {Machine} machine */
function playwrightCandidates({ platform, env, home, list }) {
  const caches = { darwin: 'Library/Caches', win32: 'AppData/Local', linux: '.cache' };
  const cache = caches[/** @type {'linux'} */ (platform)] ?? caches.linux;
  const root = env.PLAYWRIGHT_BROWSERS_PATH || posix.join(home, cache, 'ms-playwright');
  const folders = list(root).filter((name) => /^chromium-\d+$/.test(name));
  folders.sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)));
  return folders.flatMap((folder) => IN_PLAYWRIGHT.map((path) => posix.join(root, folder, path)));
}

/**
 * The browser to use: `POSTMAPPE_BROWSER` when set, else an installed Chrome, Chromium or Edge, else one
 * that Playwright downloaded.
 * @param {Partial<Machine>} [overrides]
 * @returns {string | undefined} the executable's path
 * @throws {Error} with a plain sentence when POSTMAPPE_BROWSER names no executable file
 */
export function findBrowser(overrides = {}) {
  const machine = { ...thisMachine, ...overrides };
  const named = machine.env.POSTMAPPE_BROWSER;
  if (named) {
    if (machine.isExecutable(named)) return named;
    throw new Error(`POSTMAPPE_BROWSER names "${named}", but there is no program of that name.`);
  }
  const candidates = [...installedCandidates(machine), ...playwrightCandidates(machine)];
  return candidates.find((path) => machine.isExecutable(path));
}
