import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { streamHelloSchema } from '../../src-shared/sync/protocol.ts';
import { failure } from './failures.ts';
import type { ServerParts } from './parts.ts';
import { servedProtocols } from './protocol-check.ts';

const HELLO_WITHIN_MS = 10_000;
const PING_EVERY_MS = 20_000;
/** A client that does not read is cut off; it pulls when it is back. */
const BUFFER_LIMIT = 8 * 1024 * 1024;

/** The stream of changed rows: the client says hello with token and cursor, then only listens. */
export async function addStreamRoute(server: FastifyInstance, parts: ServerParts): Promise<void> {
  await server.register(websocket, { options: { maxPayload: 64 * 1024, perMessageDeflate: false } });
  server.route({
    method: 'GET',
    url: '/sync/stream',
    schema: { summary: 'A WebSocket: hello with token and cursor, then frames of changed rows.' },
    handler: async (_request, reply) =>
      reply.code(426).header('upgrade', 'websocket').send(failure('upgrade', 'This is a WebSocket.')),
    wsHandler: (socket: WebSocket, request) => {
      // Browsers send Origin; staff apps connect from Node and do not. No web page may open this stream (S20).
      if (request.headers.origin !== undefined) return socket.close(4403, 'not for web pages');
      const hello = setTimeout(() => socket.close(4401, 'no hello'), HELLO_WITHIN_MS);
      socket.once('message', (data) => {
        clearTimeout(hello);
        greet(parts, socket, String(data)).catch(() => socket.close(1011, 'the server is not ready'));
      });
      socket.on('close', () => clearTimeout(hello));
      socket.on('error', () => socket.terminate());
    },
  });
}

async function greet(parts: ServerParts, socket: WebSocket, text: string): Promise<void> {
  const hello = streamHelloSchema.safeParse(parseJson(text));
  if (!hello.success) return socket.close(4400, 'unreadable hello');
  if (!servedProtocols.includes(hello.data.protocol)) return socket.close(4409, 'update needed');
  const session = await parts.sessions.find(hello.data.token);
  if (!session || session.role === 'guardian') return socket.close(4401, 'signed out');
  const unsubscribe = await parts.sync.subscribe(session, hello.data.cursor, (frame) => {
    if (socket.bufferedAmount > BUFFER_LIMIT) return socket.terminate();
    socket.send(JSON.stringify(frame));
    if (frame.kind === 'signedOut') socket.close(4401, 'signed out');
  });
  keepAlive(socket);
  socket.on('close', unsubscribe);
  if (socket.readyState === socket.CLOSED) unsubscribe();
}

/** Notices a desk that vanished without a goodbye (a pulled cable). */
function keepAlive(socket: WebSocket): void {
  let alive = true;
  socket.on('pong', () => {
    alive = true;
  });
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, PING_EVERY_MS);
  socket.on('close', () => clearInterval(timer));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
