import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { createAsk } from '../../../src-renderer/client/ask.ts';
import { newId } from '../../../src-renderer/client/new-id.ts';
import { readsOf } from '../../../src-renderer/client/query-reads.ts';
import { openWebSocketTransport } from '../../../src-renderer/client/web-socket-transport.ts';
import type { Request, Transport } from '../../../src-shared/contract/message.ts';
import { staffContract } from '../../../src-shared/contract/staff-contract.ts';

describe('asking the core', () => {
  it('pairs answers with questions by a number that only rises', async () => {
    const asked: Request[] = [];
    const transport: Pick<Transport, 'request'> = {
      request: async (message) => {
        asked.push(message);
        return { id: message.id, ok: true, result: {} };
      },
    };
    const ask = createAsk(transport);
    await Promise.all([ask('sync.now', {}), ask('session.lock', {})]);
    expect(asked).toEqual([
      { id: 1, operation: 'sync.now', args: {} },
      { id: 2, operation: 'session.lock', args: {} },
    ]);
  });

  it('turns a refusal into a value, never into an exception', async () => {
    const ask = createAsk({
      request: async ({ id }) => ({
        id,
        ok: false,
        kind: 'refused',
        reason: 'alreadyDecided',
        details: { n: 1 },
      }),
    });
    await expect(ask('sync.now', {})).resolves.toEqual({
      ok: false,
      failure: { kind: 'refused', reason: 'alreadyDecided', details: { n: 1 } },
    });
  });

  it('knows for every query of the contract what makes its answer stale', () => {
    for (const [name, operation] of Object.entries(staffContract)) {
      if (operation.kind !== 'query') continue;
      // The keys of the contract are its names.
      expect(readsOf(name as keyof typeof staffContract), name).toEqual(operation.reads);
    }
  });

  it('makes ids that sort by time', () => {
    const ids = Array.from({ length: 5 }, newId);
    expect(new Set(ids).size).toBe(5);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

const servers: WebSocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is never a text.
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function listen(port: number, onMessage: (socket: ServerSocket, text: string) => void): Promise<void> {
  const server = new WebSocketServer({ port, host: '127.0.0.1' });
  servers.push(server);
  server.on('connection', (socket) => socket.on('message', (data) => onMessage(socket, String(data))));
  await new Promise((resolve) => server.once('listening', resolve));
}

describe('the core over a WebSocket', () => {
  it('answers each question with its own answer, in whatever order they come', async () => {
    const port = await freePort();
    const held: string[] = [];
    await listen(port, (socket, text) => {
      held.push(text);
      if (held.length < 2) return;
      for (const message of held.reverse()) {
        const { id } = JSON.parse(message) as Request;
        socket.send(JSON.stringify({ id, ok: true, result: id * 10 }));
      }
    });
    const transport = openWebSocketTransport(`ws://127.0.0.1:${port}`);
    const answers = await Promise.all(
      [1, 2].map((id) => transport.request({ id, operation: 'sync.now', args: {} })),
    );
    expect(answers).toEqual([
      { id: 1, ok: true, result: 10 },
      { id: 2, ok: true, result: 20 },
    ]);
  });

  it('passes on what the core says unasked', async () => {
    const port = await freePort();
    await listen(port, (socket) => socket.send(JSON.stringify({ changed: ['absence', 'rollCall'] })));
    const transport = openWebSocketTransport(`ws://127.0.0.1:${port}`);
    const heard = new Promise((resolve) => transport.onChange(resolve));
    void transport.request({ id: 1, operation: 'sync.now', args: {} });
    await expect(heard).resolves.toEqual({ changed: ['absence', 'rollCall'] });
  });

  it('R: an answer lost with the connection is a failure that can be repeated, and everything is asked afresh', async () => {
    const port = await freePort();
    let lost = false;
    await listen(port, (socket, text) => {
      const { id } = JSON.parse(text) as Request;
      if (!lost) {
        lost = true;
        socket.terminate();
        return;
      }
      socket.send(JSON.stringify({ id, ok: true, result: 'second try' }));
    });
    const transport = openWebSocketTransport(`ws://127.0.0.1:${port}`);
    const reconnected = new Promise((resolve) => transport.onChange(resolve));
    await expect(transport.request({ id: 1, operation: 'sync.now', args: {} })).resolves.toMatchObject({
      ok: false,
      kind: 'unavailable',
      reason: 'coreAway',
    });
    await expect(reconnected).resolves.toEqual({ changed: ['*'] });
    await expect(transport.request({ id: 2, operation: 'sync.now', args: {} })).resolves.toMatchObject({
      result: 'second try',
    });
  });

  it('keeps a question for a core that starts a moment later', async () => {
    const port = await freePort();
    const transport = openWebSocketTransport(`ws://127.0.0.1:${port}`);
    const answer = transport.request({ id: 7, operation: 'sync.now', args: {} });
    await listen(port, (socket, text) =>
      socket.send(JSON.stringify({ id: (JSON.parse(text) as Request).id, ok: true, result: 'late' })),
    );
    await expect(answer).resolves.toEqual({ id: 7, ok: true, result: 'late' });
  });
});
