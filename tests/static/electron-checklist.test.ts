import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../config/project.ts';
import { parseSource, readSourceFiles, type SourceFile } from '../../config/source-files.ts';
import { electronChecks } from './electron-checks.ts';

const all = readSourceFiles(projectRoot);
const host = all.filter(({ path }) => path.startsWith('src-main/hosts/electron/'));

describe("S27: Electron's checklist holds for the host", () => {
  test('there is a host to look at', () => {
    expect(host.map(({ path }) => path)).toContain('src-main/hosts/electron/main.ts');
  });
  test.each(electronChecks.map((check) => [check.points.join(', '), check.name, check] as const))(
    'point %s: %s',
    (_points, _name, check) => expect(check.find(host)).toEqual([]),
  );
});

/** Code that breaks a point, by the name of the check that must notice it. */
const BAD: readonly (readonly [string, string])[] = [
  ['makes a window outside secureWindow()', 'new BrowserWindow(windowOptions(choices));'],
  ['makes a window outside secureWindow()', "new electron['WebContentsView']({});"],
  ['switches Node on in a page', 'const p = { nodeIntegration: true };'],
  ['switches Node on in a page', 'const p = { nodeIntegrationInWorker: !app.isPackaged };'],
  ['switches Node on in a page', 'const p = { nodeIntegration };'],
  ['switches context isolation off', "const p = { 'contextIsolation': false };"],
  ['switches the sandbox off', 'const p = { sandbox: false };'],
  ['switches the sandbox off by a word', "app.commandLine.appendSwitch('no-sandbox');"],
  ['switches web security off', 'const p = { webSecurity: false };'],
  ['lets insecure content run', 'const p = { allowRunningInsecureContent: true };'],
  ['switches experiments on', 'const p = { experimentalFeatures: true };'],
  ['switches Blink features on', "const p = { enableBlinkFeatures: 'X' };"],
  ['adds a switch to Chromium', "app.commandLine.appendSwitch('disable-web-security');"],
  ['allows webviews', 'const p = { webviewTag: true };'],
  ['writes a webview', "const html = '<webview src=x>';"],
  ['speaks of an insecure address', "const home = 'http://schule.example/';"],
  ['speaks of an insecure address', 'const home = `ws://' + '$' + '{host}/`;'],
  ['loads something else than its own start page', "window.loadURL('https://schule.example/');"],
  ['loads something else than its own start page', 'window.webContents.loadURL(url);'],
  ['allows a second window', "const answer = { action: 'allow' };"],
  ['opens something outside without asking', 'shell.openExternal(url);'],
  ['opens something outside without asking', "shell['openPath'](path);"],
  ['listens to a window past handle()', "ipcMain.on('a', run);"],
  ['listens to a window past handle()', "electron.ipcMain.handle('a', run);"],
  ['listens to a window past handle()', "contents.ipc.handle('a', run);"],
  ['uses files as pages', "window.loadFile('index.html');"],
  ['speaks of file:', "const page = 'file:///index.html';"],
  [
    'exposes more than the two functions of a transport',
    "contextBridge.exposeInMainWorld('a', { request, send });",
  ],
  ['exposes more than the two functions of a transport', "contextBridge.exposeInMainWorld('a', api);"],
  ['hands a part of Electron on', 'const api = { on: ipcRenderer.on.bind(ipcRenderer) };'],
  ['hands a part of Electron on', "contextBridge.exposeInMainWorld('a', ipcRenderer);"],
  ['fetches or installs an update that nobody has signed', 'autoUpdater.quitAndInstall();'],
  ['lets an update install itself', 'updater.autoDownload = true;'],
  ['takes Electron for itself', "import { shell } from 'electron';"],
];

describe('each check of what is forbidden can fail', () => {
  const sample = (text: string): SourceFile[] => [parseSource('src-main/hosts/electron/bad.ts', text)];
  const find = (name: string, files: SourceFile[]) =>
    electronChecks.filter((check) => check.name === name).flatMap((check) => check.find(files));

  test.each(BAD)('%s: %s', (name, text) => {
    expect(find(name, sample(text))).toHaveLength(1);
  });

  test('there is a bad sample for each of them', () => {
    const forbidding = electronChecks.filter(({ find }) => find([]).length === 0).map(({ name }) => name);
    expect([...new Set(BAD.map(([name]) => name))].sort()).toEqual(forbidding.sort());
  });
});

describe('each check of what must be there can fail', () => {
  const demanding = electronChecks.filter(({ find }) => find([]).length > 0);
  test.each(demanding.map((check) => [check.name, check] as const))('%s', (_name, check) => {
    const without = host.filter((file) => {
      const others = host.filter((other) => other !== file);
      return check.find(others).length > 0;
    });
    expect(without).toHaveLength(1);
    expect(check.find([...host, ...without])).toHaveLength(1);
  });

  const swap = (name: string, from: string, to: string) =>
    host.map((file) =>
      file.path.endsWith(`/${name}`) ? parseSource(file.path, file.text.replace(from, to)) : file,
    );
  test.each([
    ['will-redirect is guarded', 'guard-contents.ts', "'will-redirect', stay", "'will-redirect', () => {}"],
    ['one window, made of fixed options', 'secure-window.ts', 'windowOptions(choices))', '{})'],
    ['one ipcMain.handle(), which asks who is speaking', 'ipc.ts', '!isTrustedSender(frame)', 'false'],
    ["the policy's constant in a header", 'content-security.ts', ': CONTENT_SECURITY_POLICY', ": ''"],
  ])('%s, when %s is changed', (name, file, from, to) => {
    const check = demanding.find((one) => one.name === name);
    expect(check?.find(swap(file, from, to))).toHaveLength(1);
  });
});

describe('who imports Electron', () => {
  const importers = (files: readonly SourceFile[]) =>
    files.filter(({ text }) => /from ['"]electron(-updater)?['"]|import\(['"]electron/.test(text));

  test('nobody in the product but the host', () => {
    const product = all.filter(({ path }) => /^(src-|resources\/)/.test(path));
    const paths = importers(product).map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('src-main/hosts/electron/'))).toEqual([]);
    expect(paths).toContain('src-main/hosts/electron/main.ts');
  });
});

describe('1, 11: the window itself', () => {
  const windowFiles = all.filter(({ path }) => path.startsWith('src-renderer/'));
  test('has no webview, no address without TLS and no page of another origin in a frame', () => {
    const page = readFileSync(join(projectRoot, 'src-renderer/index.html'), 'utf8');
    const texts = [page, ...windowFiles.map(({ text }) => text)];
    for (const text of texts) {
      expect(text).not.toMatch(/<webview/i);
      expect(text.replaceAll('http://www.w3.org/', '')).not.toMatch(/["'`]http:\/\//);
      expect(text).not.toMatch(/<iframe[^>]+src=["']https?:/);
    }
  });
});

test('16: Electron is pinned to one version, the one whose types are checked', () => {
  const wanted = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).devDependencies.electron;
  const installed = JSON.parse(
    readFileSync(join(projectRoot, 'node_modules/electron/package.json'), 'utf8'),
  ).version;
  expect(wanted).toBe(installed);
  // Three majors are supported at a time; 45 was the newest in November 2026.
  expect(Number(wanted.split('.')[0])).toBeGreaterThanOrEqual(45);
});
