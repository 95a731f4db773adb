import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { Backoff } from '../../../../src-main/core/sync/backoff.ts';
import { createHttpTransport } from '../../../../src-main/core/sync/http-transport.ts';
import { ServerAddressError, serverOrigin } from '../../../../src-main/core/sync/server-address.ts';
import { ServerFault } from '../../../../src-main/core/sync/server-transport.ts';
import { protocolVersion } from '../../../../src-shared/sync/protocol.ts';
import { aStudent } from '../../../support/builders/students.ts';
import { wireRow } from '../../../support/desk/model-school.ts';

/** A transport to a server that answers as told. */
async function transportTo(answer: RequestListener, options: { answerWithinMs?: number } = {}) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const transport = createHttpTransport({ url: `http://127.0.0.1:${port}`, ...options });
  onTestFinished(async () => {
    await transport.close();
    server.closeAllConnections();
    server.close();
  });
  return { transport, server, port };
}

async function faultOf(asked: Promise<unknown>): Promise<string> {
  const error = await asked.catch((caught: unknown) => caught);
  return error instanceof ServerFault ? error.kind : `no fault: ${String(error)}`;
}

const pullBody = { protocol: protocolVersion, cursor: 'c' };

describe('what an answer’s status means', () => {
  test.each([
    [401, 'signedOut'],
    [403, 'signedOut'],
    [400, 'notTaken'],
    [413, 'notTaken'],
    [409, 'updateNeeded'],
    [429, 'busy'],
    [500, 'busy'],
    [503, 'busy'],
    [507, 'noSpace'],
    [404, 'otherServer'],
  ])('%d: %s', async (status, kind) => {
    const { transport } = await transportTo((_, response) => response.writeHead(status).end('{}'));
    expect(await faultOf(transport.pull('t', pullBody))).toBe(kind);
  });

  test('S02: a redirect is another server, wherever it leads, and is not followed', async () => {
    const asked: (string | undefined)[] = [];
    const { transport } = await transportTo((request, response) => {
      asked.push(request.url);
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await faultOf(transport.identity())).toBe('otherServer');
    expect(asked).toEqual(['/sync/identity']);
  });

  test('nobody there: away', async () => {
    const { transport, server } = await transportTo(() => undefined);
    await new Promise((resolve) => server.close(resolve));
    expect(await faultOf(transport.identity())).toBe('away');
  });

  test('a line that breaks in the middle of an answer: away', async () => {
    const { transport } = await transportTo((_, response) => {
      response.writeHead(200, { 'content-length': 500 });
      response.write('{"kind":');
      setImmediate(() => response.destroy());
    });
    expect(await faultOf(transport.pull('t', pullBody))).toBe('away');
  });
});

describe('a server that falls silent is away', () => {
  const patience = { answerWithinMs: 50 };

  test('before it answers', async () => {
    const { transport } = await transportTo(() => undefined, patience);
    expect(await faultOf(transport.pull('t', pullBody))).toBe('away');
  });

  test('in the middle of an answer', async () => {
    const { transport } = await transportTo((_, response) => void response.write('{"kind":'), patience);
    expect(await faultOf(transport.pull('t', pullBody))).toBe('away');
  });

  test('and one that closes each connection is asked over a new one', async () => {
    const { transport, server } = await transportTo((_, response) => response.end('{"kind":"resync"}'));
    for (let count = 0; count < 5; count += 1) {
      const closed = new Promise((resolve) =>
        server.once('connection', (socket) => socket.once('close', resolve)),
      );
      expect(await transport.pull('t', pullBody)).toEqual({ kind: 'resync' });
      server.closeIdleConnections();
      await closed;
    }
  });
});

describe('S34: answers that are not the protocol’s', () => {
  test.each(['', 'null', '<html>', '{"kind":"delta"}', '[]'])('%j is another server', async (text) => {
    const { transport } = await transportTo((_, response) => response.end(text));
    for (const asked of [
      transport.identity(),
      transport.pull('t', pullBody),
      transport.push('t', { protocol: protocolVersion, entries: [] }),
    ]) {
      expect(await faultOf(asked)).toBe('otherServer');
    }
  });
});

test('the token goes in the header, never into the address (S30)', async () => {
  const seen: unknown[] = [];
  const { transport } = await transportTo((request, response) => {
    seen.push([request.url, request.headers.authorization]);
    response.end('{"kind":"resync"}');
  });
  await transport.pull('secret-token', pullBody);
  expect(seen).toEqual([['/sync/pull', 'Bearer secret-token']]);
});

describe('a first pull', () => {
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  const rows = { kind: 'rows', table: 'student', rows: [wireRow('student', aStudent())], resume: 'r' };

  test('is read line by line, wherever the packets are cut', async () => {
    const text = Buffer.from(
      line({ kind: 'begin', total: 1, resumed: false }) + line(rows) + line({ kind: 'morning' }),
    );
    const { transport } = await transportTo((_, response) => {
      for (const byte of text) response.write(Buffer.of(byte));
      response.end();
    });
    const lines = [];
    for await (const one of transport.firstPull('t', null)) lines.push(one.kind);
    expect(lines).toEqual(['begin', 'rows', 'morning']);
  });

  test('ends when nobody reads on', async () => {
    let wasClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      wasClosed = resolve;
    });
    const { transport } = await transportTo((_, response) => {
      response.on('close', wasClosed);
      response.write(line(rows));
    });
    for await (const _ of transport.firstPull('t', null)) break;
    await closed;
  });
});

describe('the stream', () => {
  async function streamTo(greet: (send: (frame: unknown) => void, close: (code: number) => void) => void) {
    const { transport, server } = await transportTo(() => undefined);
    const sockets = new WebSocketServer({ server, path: '/sync/stream' });
    onTestFinished(() => sockets.close());
    const hellos: unknown[] = [];
    sockets.on('connection', (socket) => {
      socket.once('message', (data) => {
        hellos.push(JSON.parse(String(data)));
        greet(
          (frame) => socket.send(JSON.stringify(frame)),
          (code) => socket.close(code),
        );
      });
    });
    const frames: string[] = [];
    const fault = await new Promise<ServerFault>((resolve) => {
      transport.openStream('t', 'c', { onFrame: (frame) => frames.push(frame.kind), onClosed: resolve });
    });
    return { hellos, frames, fault: fault.kind };
  }

  test('begins with a hello and passes frames on', async () => {
    const heard = await streamTo((send, close) => {
      send({ kind: 'poke' });
      send({ kind: 'resync' });
      close(1000);
    });
    expect(heard.hellos).toEqual([{ kind: 'hello', protocol: protocolVersion, token: 't', cursor: 'c' }]);
    expect(heard.frames).toEqual(['poke', 'resync']);
    expect(heard.fault).toBe('away');
  });

  test.each([
    [4401, 'signedOut'],
    [4409, 'updateNeeded'],
    [4400, 'notTaken'],
    [1011, 'away'],
  ])('closed with %d: %s', async (code, kind) => {
    expect((await streamTo((_, close) => close(code))).fault).toBe(kind);
  });

  test('S34: an unreadable frame ends it', async () => {
    const heard = await streamTo((send) => send({ kind: 'delta', rows: 'all' }));
    expect(heard.fault).toBe('otherServer');
    expect(heard.frames).toEqual([]);
  });
});

describe('S02: the address of a server', () => {
  test.each(['https://schule.example', 'http://127.0.0.1:8470', 'http://localhost:1', 'http://[::1]:1'])(
    '%s is taken',
    (url) => {
      expect(serverOrigin(url)).toBe(url);
    },
  );

  test.each([
    'http://schule.example',
    'http://192.168.1.2',
    'ftp://x',
    'schule',
    '',
    'http://127.0.0.1.evil.example',
  ])('%j is not', (url) => {
    expect(() => serverOrigin(url)).toThrow(ServerAddressError);
  });
});

test('pauses double up to a minute, are spread, and start small again', () => {
  const most = new Backoff(() => Uint8Array.of(255));
  const least = new Backoff(() => Uint8Array.of(0));
  const pauses = (backoff: Backoff) => Array.from({ length: 9 }, () => backoff.next());
  expect(pauses(most)).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000]);
  expect(pauses(least)).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  most.reset();
  expect(most.next()).toBe(1000);
});
