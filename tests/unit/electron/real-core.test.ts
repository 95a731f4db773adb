import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { createWindowBridge } from '../../../src-main/hosts/electron/window-bridge.ts';
import { FakeFrame } from '../../support/fake-electron/fake-window.ts';
import { RealCoreProcess } from '../../support/fake-electron/real-core.ts';
import { type FakeRun, runFakeApp } from '../../support/fake-electron/run-fake-app.ts';

const started: RealCoreProcess[] = [];
afterEach(() => {
  for (const core of started.splice(0)) core.kill();
});

/** A page whose preload takes each port it is given. */
class Page extends FakeFrame {
  readonly bridge = createWindowBridge();
  override postMessage(...args: Parameters<FakeFrame['postMessage']>): void {
    super.postMessage(...args);
    // The fake end has what the bridge uses of a window's MessagePort.
    this.bridge.takePort((args[2]?.[0] ?? null) as unknown as MessagePort | null);
  }
}

async function open(): Promise<{ run: FakeRun; page: Page }> {
  const run = await runFakeApp({
    // Nobody listens there: the desk has to start without its server.
    args: ['.', '--server', 'http://127.0.0.1:9'],
    before: (desktop) => {
      desktop.app.isPackaged = false;
      desktop.app.getAppPath = () => process.cwd();
      desktop.makeCore = () => {
        const core = new RealCoreProcess();
        started.push(core);
        return core;
      };
    },
  });
  const page = new Page();
  expect(await run.desktop.invoke('core.connect', page, {})).toEqual({ ok: true });
  return { run, page };
}

describe('the real core over the ports of the Electron host', () => {
  test('answers the window, refuses garbage, comes back after SIGKILL and ends when the app ends', async () => {
    const { run, page } = await open();
    const state = await page.bridge.request({ id: 1, operation: 'session.state', args: {} });
    expect(state).toMatchObject({
      id: 1,
      ok: true,
      result: { phase: 'signedOut', server: { url: 'http://127.0.0.1:9' } },
    });
    const refused = await page.bridge.request({ id: 2, operation: 'session.state', args: { x: 1 } });
    expect(refused).toMatchObject({ id: 2, ok: false, kind: 'invalidArguments' });

    const everything = new Promise((resolve) => page.bridge.onChange(resolve));
    started[0]?.kill();
    expect(await everything).toEqual({ changed: ['*'] });
    const again = await page.bridge.request({ id: 3, operation: 'session.state', args: {} });
    expect(again).toMatchObject({ id: 3, ok: true });
    expect(started).toHaveLength(2);

    const exited = once(run.desktop.app, 'exited');
    run.desktop.app.quit();
    await exited;
    expect(run.desktop.app.exitCode).toBe(0);
    expect(started[1]?.child.exitCode).toBe(0);
    expect(run.desktop.questions).toEqual([]);
  });
});
