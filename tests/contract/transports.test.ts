import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CoreThread } from '../../src-main/hosts/browser/core-thread.ts';
import { type PageServer, startPageServer } from '../../src-main/hosts/browser/page-server.ts';
import { joinLine } from '../../src-main/hosts/browser/window-line.ts';
import { changeNoticeSchema, type Response, responseSchema } from '../../src-shared/contract/message.ts';
import { staffContract } from '../../src-shared/contract/staff-contract.ts';
import { FakeKeyRing } from '../support/desk/desk.ts';

/** A line to the core, whatever it is made of. */
interface Line {
  ask(message: unknown): Promise<Response>;
  close(): void;
}

const folder = mkdtempSync(join(tmpdir(), 'postmappe-test-'));
let core: CoreThread;
let pages: PageServer;
let cookie: string;

beforeAll(async () => {
  const window = join(folder, 'window');
  mkdirSync(join(window, 'assets'), { recursive: true });
  writeFileSync(join(window, 'index.html'), '<!doctype html><title>Postmappe</title>');
  writeFileSync(join(window, 'assets', 'a.js'), 'export {};');
  const start = {
    dataFolder: join(folder, 'desk'),
    resourcesFolder: new URL('../../resources', import.meta.url).pathname,
    downtimeFolder: null,
    deviceName: 'test',
    // Nobody listens there: a transport has to work without any server.
    serverUrl: 'http://127.0.0.1:9',
  };
  core = new CoreThread(new URL('../../src-main/core/core-worker.ts', import.meta.url));
  await core.begin(start, new FakeKeyRing());
  pages = await startPageServer({
    folder: window,
    port: 0,
    serverUrl: start.serverUrl,
    onWindow: (socket) => joinLine(socket, core.connect()),
  });
  const entered = await fetch(pages.door.invite(), { redirect: 'manual' });
  cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});

afterAll(async () => {
  await pages.close();
  await core.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Gives answers to those who asked, in order; notices come unasked. */
class Inbox {
  readonly #answers: ((response: Response) => void)[] = [];

  take(message: unknown): void {
    if (!changeNoticeSchema.safeParse(message).success)
      this.#answers.shift()?.(responseSchema.parse(message));
  }

  answer = () => new Promise<Response>((resolve) => this.#answers.push(resolve));
}

async function overPort(): Promise<Line> {
  const inbox = new Inbox();
  const port: MessagePort = core.connect();
  port.on('message', (message) => inbox.take(message));
  return {
    ask: (message) => {
      port.postMessage(message);
      return inbox.answer();
    },
    close: () => port.close(),
  };
}

function openSocket(headers: Record<string, string>): WebSocket {
  return new WebSocket(`${pages.door.origin.replace('http', 'ws')}/core`, { headers });
}

async function overWebSocket(): Promise<Line> {
  const inbox = new Inbox();
  const socket = openSocket({ cookie, origin: pages.door.origin });
  socket.on('message', (data) => inbox.take(JSON.parse(String(data))));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    ask: (message) => {
      socket.send(typeof message === 'string' ? message : JSON.stringify(message));
      return inbox.answer();
    },
    close: () => socket.terminate(),
  };
}

describe.each([
  ['a port of the core’s thread', overPort],
  ['the WebSocket of the browser host', overWebSocket],
])('over %s', (_, open) => {
  test('every operation of the contract answers in the contract’s form', async () => {
    const line = await open();
    for (const [index, operation] of Object.keys(staffContract).entries()) {
      // Nothing is signed in: whatever needs a cache says so, whatever needs arguments misses them.
      const response = await line.ask({ id: index, operation, args: {} });
      expect([operation, response.id]).toEqual([operation, index]);
      if (!response.ok) expect(['unavailable', 'invalidArguments']).toContain(response.kind);
    }
    line.close();
  });

  test('the state of the session comes without anybody signed in', async () => {
    const line = await open();
    const response = await line.ask({ id: 1, operation: 'session.state', args: {} });
    expect(response).toMatchObject({ ok: true, result: { phase: 'signedOut', person: null } });
    line.close();
  });

  test('S24: what is no request is answered, not fatal', async () => {
    const line = await open();
    for (const rubbish of [
      'garbage',
      '{',
      null,
      7,
      [],
      {},
      { id: 'x', operation: 'session.state', args: {} },
    ]) {
      expect(await line.ask(rubbish)).toMatchObject({ ok: false, kind: 'invalidArguments' });
    }
    expect((await line.ask({ id: 2, operation: 'session.state', args: {} })).ok).toBe(true);
    line.close();
  });

  test('a closed line leaves the others alone', async () => {
    const [first, second] = [await open(), await open()];
    first.close();
    expect((await second.ask({ id: 3, operation: 'session.state', args: {} })).id).toBe(3);
    second.close();
  });
});

describe('S20: the browser host lets nobody else in', () => {
  const refusal = (socket: WebSocket) =>
    new Promise<string>((resolve) => {
      socket.once('error', (error) => resolve(error.message));
      socket.once('open', () => resolve('open'));
    });

  test.each([
    ['without the cookie', () => ({ origin: pages.door.origin })],
    ['from another origin', () => ({ cookie, origin: 'https://evil.example' })],
    ['without an origin', () => ({ cookie })],
    ['under another name', () => ({ cookie, origin: pages.door.origin, host: 'evil.example' })],
  ])('no line to the core %s', async (_, headers) => {
    expect(await refusal(openSocket(headers()))).toMatch(/403/);
  });

  test('S21: every answer carries the headers that shut others out', async () => {
    for (const path of ['/', '/assets/a.js', '/nothing', '/?token=x']) {
      for (const headers of [new Headers({ cookie }), new Headers()]) {
        const { headers: got } = await fetch(pages.door.origin + path, { headers, redirect: 'manual' });
        expect(got.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(got.get('x-content-type-options')).toBe('nosniff');
        expect(got.get('referrer-policy')).toBe('no-referrer');
      }
    }
  });

  test('the page is never kept by the browser; its hashed files may be', async () => {
    const cacheControl = async (path: string) =>
      (await fetch(pages.door.origin + path, { headers: { cookie } })).headers.get('cache-control');
    expect(await cacheControl('/')).toBe('no-store');
    expect(await cacheControl('/assets/a.js')).toMatch(/immutable/);
  });

  test('a port that is taken is said in one sentence', async () => {
    const port = Number(new URL(pages.door.origin).port);
    const second = startPageServer({ folder, port, serverUrl: '', onWindow: () => undefined });
    await expect(second).rejects.toThrow(`Port ${port} is already in use; choose another with --port.`);
  });
});
