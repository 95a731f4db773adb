import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeDesktop } from '../../support/fake-electron/fake-electron.ts';
import type { FakePort } from '../../support/fake-electron/fake-ports.ts';
import { FakeFrame } from '../../support/fake-electron/fake-window.ts';
import { runFakeApp } from '../../support/fake-electron/run-fake-app.ts';

let desktop: FakeDesktop;
let frame: FakeFrame;

beforeEach(async () => {
  ({ desktop } = await runFakeApp());
  frame = new FakeFrame();
});

const connect = (from: FakeFrame | null = frame) => desktop.invoke('core.connect', from, {});
const newestPort = (of: FakeFrame): FakePort | undefined => of.received.at(-1)?.ports[0];
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Lets a core answer everything it is asked on a port. */
function answerOn(port: FakePort | undefined): void {
  port?.on('message', ({ data }) => port.postMessage({ id: data.id, ok: true, result: 'done' }));
  port?.start();
}

describe('the window and the core', () => {
  test('get the two ends of one channel', async () => {
    expect(await connect()).toEqual({ ok: true });
    expect(desktop.core().kinds()).toEqual(['start', 'connect']);
    answerOn(desktop.core().ports()[0]);
    const heard = new Promise((resolve) => newestPort(frame)?.on('message', ({ data }) => resolve(data)));
    newestPort(frame)?.start();
    newestPort(frame)?.postMessage({ id: 7, operation: 'today.view', args: {} });
    expect(await heard).toEqual({ id: 7, ok: true, result: 'done' });
  });

  test('S24: a stranger gets no port', async () => {
    const stranger = Object.assign(new FakeFrame(), { origin: 'https://evil.example' });
    expect(await connect(stranger)).toEqual({ ok: false, kind: 'forbidden' });
    expect(await connect(null)).toEqual({ ok: false, kind: 'forbidden' });
    expect(stranger.received).toEqual([]);
    expect(desktop.core().kinds()).toEqual(['start']);
  });

  test('a page that was loaded again gets a new port', async () => {
    await connect();
    const next = new FakeFrame();
    await connect(next);
    expect(newestPort(next)).toBeDefined();
    expect(desktop.core().ports()).toHaveLength(2);
  });
});

describe('a core that ends by itself', () => {
  test('is started again, the window gets a new port and the person one sentence', async () => {
    await connect();
    const before = newestPort(frame);
    desktop.core().end(139);
    expect(desktop.cores).toHaveLength(2);
    expect(desktop.core().kinds()).toEqual(['start', 'connect']);
    expect(newestPort(frame)).not.toBe(before);
    expect(desktop.notifications).toEqual([expect.stringContaining('neu gestartet')]);
  });

  test('before any window has asked is started again all the same', () => {
    desktop.core().end(1);
    expect(desktop.core().kinds()).toEqual(['start']);
  });

  test('while its window is gone is started again without it', async () => {
    await connect();
    frame.gone = true;
    desktop.core().end(1);
    expect(desktop.core().kinds()).toEqual(['start']);
  });

  const fail = async (times: number) => {
    for (let i = 0; i < times; i += 1) desktop.core().end(1);
    await settled();
  };

  test('again and again is left alone; the window learns that it is away; "restart" starts it', async () => {
    await connect();
    desktop.answer = 0;
    await fail(4);
    expect(desktop.questions).toEqual([
      expect.objectContaining({ message: expect.stringContaining('Ihre Eingaben liegen sicher') }),
    ]);
    expect(frame.received.filter(({ ports }) => ports.length === 0)).toHaveLength(1);
    expect(desktop.cores).toHaveLength(5);
    expect(newestPort(frame)).toBeDefined();
    // What was before the person's decision is forgotten.
    await fail(1);
    expect([desktop.cores.length, desktop.questions.length]).toEqual([6, 1]);
  });

  test('that says why it can not start is not started again; the person reads its sentence', async () => {
    desktop.answer = 1;
    desktop.core().say({ kind: 'failed', sentence: 'The data folder can not be written to.' });
    desktop.core().end(1);
    await settled();
    expect(desktop.cores).toHaveLength(1);
    expect(desktop.questions).toEqual([
      expect.objectContaining({ detail: 'The data folder can not be written to.' }),
    ]);
  });

  test('again and again: "quit" ends the app', async () => {
    desktop.answer = 1;
    await fail(4);
    await settled();
    expect(desktop.cores).toHaveLength(4);
    expect(desktop.app.exitCode).toBe(0);
  });
});

describe('the key ring, asked by the core', () => {
  const ask = async (message: unknown): Promise<unknown> => {
    desktop.core().say(message);
    await settled();
    return desktop.core().postings.at(-1)?.message;
  };

  test('seals what can be unsealed again', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const sealed = await ask({ kind: 'seal', id: 1, bytes });
    expect(sealed).toMatchObject({ kind: 'secret', id: 1 });
    const box = (sealed as { bytes: Uint8Array }).bytes;
    expect(Buffer.from(box).toString()).toMatch(/^sealed:/);
    expect(await ask({ kind: 'unseal', id: 2, bytes: box })).toEqual({ kind: 'secret', id: 2, bytes });
  });

  test('refuses what it has not sealed, without a reason that could hold a secret', async () => {
    expect(await ask({ kind: 'unseal', id: 3, bytes: new Uint8Array([1, 2]) })).toEqual({
      kind: 'secretRefused',
      id: 3,
    });
  });

  test.each([
    { kind: 'seal', id: 'x', bytes: new Uint8Array() },
    { kind: 'seal', id: 1, bytes: 'text' },
    { kind: 'open', id: 1, bytes: new Uint8Array() },
    null,
    'seal',
  ])('does not answer %j', async (message) => {
    expect(await ask(message)).toMatchObject({ kind: 'start' });
  });
});

describe('the end', () => {
  test('closes the core first', async () => {
    desktop.app.quit();
    expect(desktop.app.exitCode).toBeNull();
    expect(desktop.core().kinds()).toEqual(['start', 'stop']);
    await settled();
    expect(desktop.app.exitCode).toBe(0);
    expect(desktop.cores).toHaveLength(1);
    expect(desktop.notifications).toEqual([]);
  });

  describe('with a core that hangs', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());
    test('ends it after five seconds', async () => {
      desktop.core().hangs = true;
      desktop.app.quit();
      await vi.advanceTimersByTimeAsync(4_999);
      expect([desktop.core().killed, desktop.app.exitCode]).toEqual([false, null]);
      await vi.advanceTimersByTimeAsync(1);
      expect([desktop.core().killed, desktop.app.exitCode]).toEqual([true, 0]);
    });
  });
});
