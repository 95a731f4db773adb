import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WEB_PREFERENCES } from '../../../src-main/hosts/electron/secure-window.ts';
import { selfSigned } from '../../support/certificates.ts';
import { FakeWindow } from '../../support/fake-electron/fake-window.ts';
import { runFakeApp } from '../../support/fake-electron/run-fake-app.ts';

describe('starting', () => {
  test('what must be said before Electron is ready is said before', async () => {
    const { desktop } = await runFakeApp();
    expect(desktop.app.calls).toEqual([
      'enableSandbox',
      'setAppUserModelId',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'ready',
    ]);
    expect(desktop.schemes).toEqual(['app']);
    expect(desktop.privileged).toMatchObject([
      { scheme: 'app', privileges: { secure: true, bypassCSP: false } },
    ]);
  });

  test('a second start ends at once and opens nothing', async () => {
    const { desktop } = await runFakeApp({ before: ({ app }) => (app.hasLock = false) });
    expect(desktop.app.exitCode).toBe(0);
    expect([desktop.windows, desktop.cores]).toEqual([[], []]);
  });

  test('the core is told where it is and which server it belongs to', async () => {
    const { desktop, folder } = await runFakeApp();
    expect(desktop.core().entry).toBe('/opt/Postmappe/resources/app.asar/dist/core/core-worker.js');
    expect(desktop.core().postings[0]?.message).toMatchObject({
      kind: 'start',
      serverUrl: 'https://schule.example',
      dataFolder: `${folder}/desk`,
      resourcesFolder: '/opt/Postmappe/resources/resources',
      downtimeFolder: `${folder}/Documents/Postmappe`,
    });
  });

  test('--data moves everything this desk keeps, before the lock is taken', async () => {
    const { desktop } = await runFakeApp({ args: ['--server', 'https://s.example', '--data', '/elsewhere'] });
    expect(desktop.app.calls.indexOf('setPath userData')).toBeLessThan(
      desktop.app.calls.indexOf('requestSingleInstanceLock'),
    );
    expect(desktop.core().postings[0]?.message).toMatchObject({
      dataFolder: '/elsewhere/desk',
      downtimeFolder: '/elsewhere/downtime',
    });
  });

  test("a demonstration may begin at another time of the school's day, wherever the machine is", async () => {
    vi.stubEnv('TZ', 'America/New_York');
    onTestFinished(() => void vi.unstubAllEnvs());
    const args = ['--server', 'https://s.example', '--demo', '--demo-now', '2030-01-01T08:00'];
    const { desktop } = await runFakeApp({ args });
    const start = desktop.core().postings[0]?.message as { clockAheadMs: number };
    const ahead = Date.parse('2030-01-01T07:00Z') - Date.now();
    expect(Math.abs(start.clockAheadMs - ahead)).toBeLessThan(60_000);
  });

  test("the school's own authority and a person for a demonstration are read from files", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postmappe-start-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { cert, certFile } = selfSigned(folder);
    writeFileSync(join(folder, 'password'), 'birke 7\r\nnot this');
    const server = ['--server', 'https://s.example'];
    const person = ['--sign-in', 'petersen', '--password-file', join(folder, 'password')];
    const { desktop } = await runFakeApp({ args: [...server, ...person, '--ca', certFile] });
    expect(desktop.core().postings[0]?.message).toMatchObject({
      ca: cert,
      signInAs: { userName: 'petersen', password: 'birke 7' },
    });
  });
});

describe('what keeps it from starting is one sentence', () => {
  test.each([
    ['no server is known', { args: [] }, /noch keine Adresse des Schulservers.*postmappe\.json$/],
    ['the server has no TLS', { args: ['--server', 'http://schule.example'] }, /beginnt mit https:/],
    ['a file is missing', { args: ['--server', 'https://s.example', '--ca', '/no/ca.pem'] }, /\/no\/ca\.pem/],
    [
      'a file holds no certificate',
      { args: ['--server', 'https://s.example', '--ca', import.meta.filename] },
      /kein Zertifikat/,
    ],
    ['the settings are broken', { settings: '{"server":1}' }, /nicht lesbar.*postmappe\.json.*„server“/],
  ])('%s', async (_why, start, sentence) => {
    const { desktop } = await runFakeApp(start);
    expect(desktop.errors).toEqual([expect.stringMatching(sentence)]);
    expect(desktop.app.exitCode).toBe(1);
    expect([desktop.windows, desktop.cores]).toEqual([[], []]);
  });

  test('S29: Linux without a key ring', async () => {
    const { desktop } = await runFakeApp({ before: ({ keyRing }) => (keyRing.backend = 'basic_text') });
    expect(desktop.errors).toEqual([expect.stringContaining('keinen Schlüsselbund')]);
    expect(desktop.keyRing.plainText).toBe(false);
    expect([desktop.windows, desktop.cores]).toEqual([[], []]);
  });

  test('a real key ring is not replaced by plain text', async () => {
    const { desktop } = await runFakeApp();
    expect(desktop.keyRing.plainText).toBe(false);
    expect(desktop.windows).toHaveLength(1);
  });

  test('in English where the desktop is', async () => {
    const { desktop } = await runFakeApp({ args: [], before: ({ app }) => (app.languages = ['en-GB']) });
    expect(desktop.errors).toEqual([expect.stringContaining("The address of the school's server")]);
  });

  test('the demo school on this machine starts without a key ring', async () => {
    const { desktop } = await runFakeApp({
      args: ['--demo', '--server', 'http://127.0.0.1:4000'],
      before: ({ keyRing }) => (keyRing.backend = 'basic_text'),
    });
    expect(desktop.errors).toEqual([]);
    expect(desktop.keyRing.plainText).toBe(true);
    expect(desktop.windows).toHaveLength(1);
  });
});

describe('S27: the window', () => {
  test('is locked in, value by value', async () => {
    const { desktop } = await runFakeApp();
    expect(desktop.window().options.webPreferences).toEqual({
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
      plugins: true,
      spellcheck: false,
      devTools: false,
      preload: '/opt/Postmappe/resources/app.asar/dist/electron/preload.cjs',
    });
    expect(Object.keys(WEB_PREFERENCES)).not.toContain('preload');
  });

  test('has developer tools only in a checked-out project', async () => {
    const { desktop } = await runFakeApp({
      args: ['.', '--server', 'https://s.example'],
      before: ({ app }) => (app.isPackaged = false),
    });
    expect(desktop.window().options.webPreferences).toMatchObject({ devTools: true, sandbox: true });
    expect(desktop.session.requests('devtools://devtools/bundled/inspector.html')).toBe(true);
  });

  test("loads the app's own page and is shown when it has been painted", async () => {
    const { desktop } = await runFakeApp();
    expect(desktop.window().loaded).toEqual(['app://postmappe/']);
    expect(desktop.window().options).toMatchObject({ show: false, title: 'Postmappe' });
    expect(desktop.window().actions).toEqual([]);
    desktop.window().emit('ready-to-show');
    expect(desktop.window().actions).toEqual(['show']);
  });

  test('whose page is not there ends the app with a sentence', async () => {
    FakeWindow.failsToLoad = true;
    const { desktop } = await runFakeApp().finally(() => (FakeWindow.failsToLoad = false));
    expect(desktop.errors).toEqual([expect.stringContaining('(window)')]);
    expect(desktop.app.calls).toContain('quit');
  });

  test('has a menu in the language of the desktop, without reload or developer tools', async () => {
    const { desktop } = await runFakeApp();
    const text = JSON.stringify(desktop.menu);
    expect(text).toContain('Bearbeiten');
    expect(text).not.toMatch(/reload|toggleDevTools/i);
  });
});

describe('the keys that bring the window to the front', () => {
  const withKeys = (keys: string) => runFakeApp({ settings: JSON.stringify({ globalShortcut: keys }) });

  test('are off unless somebody has asked for them', async () => {
    const { desktop } = await runFakeApp();
    expect(desktop.shortcuts.size).toBe(0);
  });

  test('work when they are free', async () => {
    const { desktop } = await withKeys('CommandOrControl+Alt+P');
    desktop.window().minimized = true;
    desktop.shortcuts.get('CommandOrControl+Alt+P')?.();
    expect(desktop.window().actions).toEqual(['restore', 'show', 'focus']);
  });

  test.each(['Alt+F4', 'not keys!'])('are said to be taken when %s can not be had', async (keys) => {
    const { desktop } = await withKeys(keys);
    expect(desktop.notifications).toEqual([expect.stringContaining(keys)]);
    expect(desktop.windows).toHaveLength(1);
  });
});
