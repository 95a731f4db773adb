import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { FakeMessageChannel } from '../../support/fake-electron/fake-ports.ts';

const { exposed, invoked, ipc } = vi.hoisted(() => {
  const names: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
  const calls: unknown[][] = [];
  return { exposed: names, invoked: calls, ipc: { current: null as EventEmitter | null } };
});

vi.mock('electron', () => {
  const emitter = new EventEmitter();
  ipc.current = emitter;
  return {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      on: (channel: string, listener: (...args: unknown[]) => void) => emitter.on(channel, listener),
      invoke: async (...args: unknown[]) => invoked.push(args),
    },
  };
});

test('S24: the window gets the two functions of a transport and nothing of Electron', async () => {
  await import('../../../src-main/hosts/electron/preload.ts');
  expect(Object.keys(exposed)).toEqual(['postmappe']);
  expect(Object.keys(exposed.postmappe ?? {}).sort()).toEqual(['onChange', 'request']);
  expect(invoked).toEqual([['core.connect', {}]]);

  const { port1, port2 } = new FakeMessageChannel();
  port1.on('message', ({ data }) => {
    port1.postMessage({ changed: ['absence'] });
    port1.postMessage({ id: data.id, ok: true, result: 'yes' });
  });
  port1.start();
  const heard: unknown[][] = [];
  exposed.postmappe?.onChange?.((...args: unknown[]) => heard.push(args));
  ipc.current?.emit('core.port', { sender: 'an ipcRenderer', ports: [port2] });
  const answer = await exposed.postmappe?.request?.({ id: 1, operation: 'today.view', args: {} });
  expect(answer).toEqual({ id: 1, ok: true, result: 'yes' });
  expect(heard).toEqual([[{ changed: ['absence'] }]]);
});
