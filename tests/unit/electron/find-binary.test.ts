import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Machine, mayFetch, obstacleTo } from '../../../src-main/hosts/electron/decide-start.ts';
import { ensureElectron } from '../../../src-main/hosts/electron/find-binary.ts';
import { findElectronBinary } from '../../../src-main/hosts/electron/installed-binary.ts';

let root: string;
let packageFolder: string;
const said: string[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'postmappe-binary-'));
  packageFolder = join(root, 'node_modules/electron');
  said.length = 0;
  write('node_modules/electron/package.json', '{ "name": "electron", "version": "45.4.1" }');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return join(root, path);
}

/** Lays the files where the package's installer puts them. */
function install(version = 'v45.4.1'): string {
  write('node_modules/electron/path.txt', 'electron');
  write('node_modules/electron/dist/version', version);
  return write('node_modules/electron/dist/electron', '');
}

describe('an installed binary', () => {
  const find = (env: NodeJS.ProcessEnv = {}) => findElectronBinary({ packageFolder, env });

  test('is not there after npm ci', () => expect(find()).toBeNull());
  test('is where the installer has put it', () => {
    const binary = install();
    expect(find()).toBe(binary);
  });
  test('of another version does not count', () => {
    install('v44.0.0');
    expect(find()).toBeNull();
  });
  test('that was half fetched does not count', () => {
    rmSync(install());
    expect(find()).toBeNull();
  });
  test('may lie elsewhere', () => {
    const path = write('opt/electron', '');
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: dirname(path) })).toBe(path);
  });
  test('that should lie elsewhere and does not is missing, also if one was fetched', () => {
    install();
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') })).toBeNull();
  });
  test('of a package that is not installed is missing', () => {
    rmSync(packageFolder, { recursive: true });
    expect(find()).toBeNull();
  });
});

describe('what keeps Electron from starting', () => {
  const table: [string, Machine, string | null][] = [
    ['Linux with X', { platform: 'linux', env: { DISPLAY: ':0' }, userId: 1000 }, null],
    ['Linux with Wayland', { platform: 'linux', env: { WAYLAND_DISPLAY: 'w' }, userId: 1000 }, null],
    ['Linux without a display', { platform: 'linux', env: {}, userId: 1000 }, 'noDisplay'],
    ['root', { platform: 'linux', env: { DISPLAY: ':0' }, userId: 0 }, 'root'],
    ['Windows', { platform: 'win32', env: {}, userId: undefined }, null],
    ['macOS', { platform: 'darwin', env: {}, userId: 501 }, null],
  ];
  test.each(table)('%s', (_name, machine, obstacle) => {
    expect(obstacleTo(machine)).toBe(obstacle);
  });
  test.each([
    [{}, false, true],
    [{}, true, false],
    [{ POSTMAPPE_FETCH_ELECTRON: '1' }, true, false],
    [{ POSTMAPPE_FETCH_ELECTRON: '0' }, false, false],
  ])('fetching with %j, failed before: %s → %s', (env, failedBefore, may) => {
    expect(mayFetch(env, failedBefore)).toBe(may);
  });
});

describe('finding it for the launcher', () => {
  const machine: Machine = { platform: 'linux', env: { DISPLAY: ':0' }, userId: 1000 };
  const ensure = (over: Partial<Machine> = {}, fetchMs = 20_000) =>
    ensureElectron({ root, machine: { ...machine, ...over }, say: (line) => said.push(line), fetchMs });
  const installer = (script: string) => write('node_modules/electron/install.js', script);

  test('takes what is there and says nothing', async () => {
    const binary = install();
    expect(await ensure()).toEqual({ kind: 'found', binary });
    expect(said).toEqual([]);
  });

  test('fetches it once and says so', async () => {
    installer(`
      const fs = require('node:fs'), path = require('node:path');
      fs.mkdirSync(path.join(__dirname, 'dist'));
      fs.writeFileSync(path.join(__dirname, 'dist/version'), '45.4.1');
      fs.writeFileSync(path.join(__dirname, 'dist/electron'), '');
      fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`);
    expect(await ensure()).toEqual({ kind: 'found', binary: join(packageFolder, 'dist/electron') });
    expect(said).toEqual(['Electron 45.4.1: fetching it once (at most 20 s).']);
  });

  test('a refusal of the network is remembered for this version', async () => {
    const tries = join(root, 'tries');
    installer(`require('node:fs').appendFileSync(${JSON.stringify(tries)}, 'x'); process.exit(1);`);
    expect(await ensure()).toEqual({ kind: 'missing', why: 'notFetched' });
    expect(await ensure()).toEqual({ kind: 'missing', why: 'notFetched' });
    expect(readFileSync(tries, 'utf8')).toBe('x');
    expect(said).toHaveLength(1);
    write('node_modules/electron/package.json', '{ "version": "45.5.0" }');
    await ensure();
    expect(readFileSync(tries, 'utf8')).toBe('xx');
  });

  test('an installer that hangs is ended', async () => {
    installer('setInterval(() => {}, 1000);');
    expect(await ensure({}, 200)).toEqual({ kind: 'missing', why: 'notFetched' });
  });

  test.each([
    [{ env: {} }, 'noDisplay'],
    [{ userId: 0 }, 'root'],
    [{ env: { DISPLAY: ':0', POSTMAPPE_FETCH_ELECTRON: '0' } }, 'switchedOff'],
  ] as const)('does not even try with %j', async (over, why) => {
    installer(`require('node:fs').writeFileSync(${JSON.stringify(join(root, 'tried'))}, '')`);
    expect(await ensure(over)).toEqual({ kind: 'missing', why });
    expect(existsSync(join(root, 'tried'))).toBe(false);
  });
});
