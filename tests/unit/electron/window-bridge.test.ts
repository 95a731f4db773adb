import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createWindowBridge } from '../../../src-main/hosts/electron/window-bridge.ts';
import type { ChangeNotice } from '../../../src-shared/contract/message.ts';
import { FakeMessageChannel, type FakePort } from '../../support/fake-electron/fake-ports.ts';

/** A core that answers each request with its own arguments, unless it is mute. */
function core(mute = false) {
  const { port1, port2 } = new FakeMessageChannel();
  const heard: unknown[] = [];
  port1.on('message', ({ data }) => {
    heard.push(data);
    if (!mute) port1.postMessage({ id: data.id, ok: true, result: data.args });
  });
  port1.start();
  return { inside: port1, window: asWindowPort(port2), heard };
}

/** The fake end has what the bridge uses of a window's MessagePort. */
const asWindowPort = (port: FakePort) => port as unknown as MessagePort;
const question = (id: number) => ({ id, operation: 'today.view', args: { id } });
const away = (id: number) => ({ id, ok: false, kind: 'unavailable', reason: 'coreAway' });

describe('asking', () => {
  test('each answer finds its question, in whatever order', async () => {
    const bridge = createWindowBridge();
    const { inside, window } = core(true);
    bridge.takePort(window);
    const answers = [1, 2, 3].map((id) => bridge.request(question(id)));
    for (const id of [3, 1, 2]) inside.postMessage({ id, ok: true, result: `r${id}` });
    expect(await Promise.all(answers)).toEqual([1, 2, 3].map((id) => ({ id, ok: true, result: `r${id}` })));
  });

  test('a question before the port has come is asked when it comes', async () => {
    const bridge = createWindowBridge();
    const answer = bridge.request(question(1));
    bridge.takePort(core().window);
    expect(await answer).toEqual({ id: 1, ok: true, result: { id: 1 } });
  });

  test('an answer nobody waits for, and anything that is no message, is let pass', async () => {
    const bridge = createWindowBridge();
    const { inside, window } = core();
    bridge.takePort(window);
    for (const stray of [{ id: 99, ok: true, result: 1 }, null, 'x', 7, {}, { changed: 'all' }]) {
      inside.postMessage(stray);
    }
    expect(await bridge.request(question(1))).toMatchObject({ id: 1, ok: true });
  });
});

describe('when the core goes', () => {
  test('what was under way is answered as unavailable; later questions wait for the next core', async () => {
    const bridge = createWindowBridge();
    bridge.takePort(core(true).window);
    const lost = bridge.request(question(1));
    bridge.takePort(null);
    expect(await lost).toEqual(away(1));
    const later = bridge.request(question(2));
    bridge.takePort(core().window);
    expect(await later).toEqual({ id: 2, ok: true, result: { id: 2 } });
  });

  test('a new port at once: what went to the old one is answered, the old one is closed', async () => {
    const bridge = createWindowBridge();
    const first = core(true);
    bridge.takePort(first.window);
    const closed = vi.fn();
    first.inside.on('close', closed);
    const lost = bridge.request(question(1));
    bridge.takePort(core().window);
    expect(await lost).toEqual(away(1));
    expect(closed).toHaveBeenCalledOnce();
  });

  test('the window is told to ask everything anew, but not by its first port', () => {
    const bridge = createWindowBridge();
    const notices: ChangeNotice[] = [];
    bridge.onChange((notice) => notices.push(notice));
    bridge.takePort(core().window);
    expect(notices).toEqual([]);
    bridge.takePort(null);
    bridge.takePort(core().window);
    expect(notices).toEqual([{ changed: ['*'] }]);
  });
});

describe('without a core', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a question is answered as unavailable after a while', async () => {
    const bridge = createWindowBridge();
    const answer = bridge.request(question(1));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual(away(1));
  });

  test('an answer leaves no timer behind', async () => {
    const bridge = createWindowBridge();
    bridge.takePort(core().window);
    await bridge.request(question(1));
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a slow core is waited for', async () => {
    const bridge = createWindowBridge();
    const slow = core(true);
    bridge.takePort(slow.window);
    const answer = bridge.request(question(1));
    await vi.advanceTimersByTimeAsync(60_000);
    slow.inside.postMessage({ id: 1, ok: true, result: 'late' });
    expect(await answer).toEqual({ id: 1, ok: true, result: 'late' });
  });
});

describe('change notices', () => {
  test('reach all listeners, without anything else, until they leave', async () => {
    const bridge = createWindowBridge();
    const { inside, window } = core();
    bridge.takePort(window);
    const heard: unknown[][] = [];
    const leave = bridge.onChange((...args) => heard.push(['first', ...args]));
    bridge.onChange((...args) => heard.push(['second', ...args]));
    inside.postMessage({ changed: ['absence'] });
    await bridge.request(question(1));
    leave();
    inside.postMessage({ changed: ['student'] });
    await bridge.request(question(2));
    expect(heard).toEqual([
      ['first', { changed: ['absence'] }],
      ['second', { changed: ['absence'] }],
      ['second', { changed: ['student'] }],
    ]);
  });
});
