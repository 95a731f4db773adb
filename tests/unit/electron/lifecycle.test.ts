import type { AppUpdater } from 'electron-updater';
import { describe, expect, test } from 'vitest';
import { runFakeApp } from '../../support/fake-electron/run-fake-app.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a second start', () => {
  test("brings the first one's window to the front, whatever it was started with", async () => {
    const { desktop } = await runFakeApp();
    desktop.window().minimized = true;
    desktop.app.emit('second-instance', {}, ['Postmappe', '--server', 'https://evil.example', 'app://evil/']);
    expect(desktop.window().actions).toEqual(['restore', 'show', 'focus']);
    expect(desktop.window().loaded).toEqual(['app://postmappe/']);
    expect(desktop.windows).toHaveLength(1);
  });
});

describe('closing the window', () => {
  test('ends the app on Windows and Linux', async () => {
    const { desktop } = await runFakeApp();
    desktop.window().close();
    desktop.app.emit('window-all-closed');
    await settled();
    expect(desktop.app.exitCode).toBe(0);
  });

  test('leaves it in the dock of a Mac, from where it comes again', async () => {
    const { desktop } = await runFakeApp({ platform: 'darwin' });
    desktop.window().close();
    desktop.app.emit('window-all-closed');
    desktop.app.emit('second-instance');
    expect(desktop.app.exitCode).toBeNull();
    desktop.app.emit('activate');
    expect(desktop.windows).toHaveLength(2);
    desktop.app.emit('activate');
    expect(desktop.windows).toHaveLength(2);
    expect(desktop.window().actions).toEqual(['show', 'focus']);
  });
});

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s ends it as if the person had', async (signal) => {
  const { desktop, signals } = await runFakeApp();
  signals.emit(signal);
  expect(desktop.core().kinds()).toContain('stop');
  await settled();
  expect(desktop.app.exitCode).toBe(0);
});

test.each(['uncaughtException', 'unhandledRejection'])(
  'S30: %s ends it with a sentence that tells the kind of the fault and none of its words',
  async (fault) => {
    const { desktop, signals } = await runFakeApp();
    signals.emit(fault, new TypeError('XHEALTHX of Anna is not a function'));
    expect(desktop.errors).toEqual([expect.stringContaining('(TypeError)')]);
    expect(desktop.errors.join()).not.toMatch(/XHEALTHX|Anna| at /);
    expect(desktop.app.exitCode).toBe(1);
  },
);

describe('a page that crashes', () => {
  test('is loaded again: what was typed lies in the core', async () => {
    const { desktop } = await runFakeApp();
    desktop.window().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(desktop.window().loaded).toEqual(['app://postmappe/', 'app://postmappe/']);
    expect(desktop.errors).toEqual([]);
  });

  test('again and again ends with a sentence', async () => {
    const { desktop } = await runFakeApp();
    for (let i = 0; i < 4; i += 1) {
      desktop.window().webContents.emit('render-process-gone', {}, { reason: 'oom' });
    }
    expect(desktop.errors).toEqual([expect.stringContaining('(window)')]);
    expect(desktop.app.calls).toContain('quit');
  });

  test('while it is being closed is let go', async () => {
    const { desktop } = await runFakeApp();
    desktop.window().webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    desktop.window().close();
    desktop.window().webContents.emit('render-process-gone', {}, { reason: 'killed' });
    expect(desktop.window().loaded).toEqual(['app://postmappe/']);
  });
});

describe('S28: updates', () => {
  const settings = '{"updates":{"url":"https://mirror.example/updates"}}';
  const updater = (answer: () => Promise<unknown>) => {
    const calls: unknown[] = [];
    const fake = {
      autoDownload: true,
      autoInstallOnAppQuit: true,
      autoRunAppAfterInstall: true,
      allowPrerelease: true,
      allowDowngrade: true,
      disableWebInstaller: false,
      logger: console,
      setFeedURL(feed: unknown) {
        calls.push(feed);
        fake.allowDowngrade = true;
      },
      checkForUpdates: answer,
      downloadUpdate: () => calls.push('download'),
      quitAndInstall: () => calls.push('install'),
    };
    // Has what the host uses of an updater, and what it must not use.
    return { fake, calls, load: async () => fake as unknown as AppUpdater };
  };

  test('are off unless configured: the updater is not even loaded', async () => {
    const { desktop } = await runFakeApp();
    expect(desktop.notifications).toEqual([]);
  });

  test('are announced, never fetched and never installed', async () => {
    const found = { isUpdateAvailable: true, updateInfo: { version: '9.9.9' } };
    const { fake, calls, load } = updater(async () => found);
    const { desktop } = await runFakeApp({ settings, loadUpdater: load });
    expect(desktop.notifications).toEqual([expect.stringContaining('Version 9.9.9')]);
    expect(calls).toEqual([
      { provider: 'generic', url: 'https://mirror.example/updates', channel: 'latest' },
    ]);
    expect(fake).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      autoRunAppAfterInstall: false,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
      logger: null,
    });
  });

  test.each([
    ['nothing new', async () => ({ isUpdateAvailable: false, updateInfo: { version: '0.1.0' } })],
    ['no answer', async () => null],
    ['a server that is away', () => Promise.reject(new Error('ECONNREFUSED'))],
  ])('%s is no news', async (_what, answer) => {
    const { desktop } = await runFakeApp({ settings, loadUpdater: updater(answer).load });
    expect(desktop.notifications).toEqual([]);
    expect(desktop.windows).toHaveLength(1);
  });
});
