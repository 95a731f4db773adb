import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { CallMistake } from './app-arguments.ts';
import { Door, type Visit } from './door.ts';
import { answerRing, type Bell, randomText, ringSchema } from './doorbell.ts';
import { pageFileFor } from './page-files.ts';
import { securityHeaders } from './page-headers.ts';

/** The longest message of a window: an import's files, base64. */
const LONGEST_MESSAGE = 64 * 1024 * 1024;
/** Characters of what a second start sends. */
const LONGEST_RING = 500;

export interface PageServerParts {
  /** The built window. */
  readonly folder: string;
  /** 0: the usual one if it is free, else any free one. */
  readonly port: number;
  /** The port of the last start. */
  readonly usualPort?: number | undefined;
  /** Address of the school's server. */
  readonly serverUrl: string;
  /** A window has opened its line to the core. */
  readonly onWindow: (socket: WebSocket) => void;
}

export interface PageServer {
  readonly port: number;
  readonly door: Door;
  /** What a second start has to know. */
  readonly bell: Bell;
  close(): Promise<void>;
}

/**
 * Serves the window and its line to the core on 127.0.0.1 alone.
 * @throws {CallMistake} when the port is taken
 */
export async function startPageServer(parts: PageServerParts): Promise<PageServer> {
  const server = createServer();
  const port = await listenWhereUsual(server, parts);
  const door = new Door(port);
  const bell = { origin: door.origin, server: parts.serverUrl, secret: randomText() };
  const headers = securityHeaders(port);
  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (door.mayRing(visitOf(request))) void openAnother(door, bell, request, response);
    else void answer(door, parts.folder, request, response);
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_MESSAGE,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/core' || !door.maySpeak(visitOf(request))) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, parts.onWindow);
  });
  return { port, door, bell, close: () => closeAll(server, sockets) };
}

async function listenWhereUsual(server: Server, { port, usualPort }: PageServerParts): Promise<number> {
  if (port !== 0 || usualPort === undefined) return listen(server, port);
  try {
    return await listen(server, usualPort);
  } catch {
    return listen(server, 0);
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new CallMistake(`Port ${port} is already in use; choose another with --port.`));
      else if (error.code === 'EACCES')
        reject(
          new CallMistake(`Port ${port} is reserved for the system; choose one above 1023 with --port.`),
        );
      else reject(error);
    });
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      // A server that listens on a port has an address with one.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function visitOf(request: IncomingMessage): Visit {
  return { method: request.method ?? '', url: request.url ?? '', headers: request.headers };
}

async function answer(
  door: Door,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const decision = door.decide(visitOf(request));
  if (decision.kind === 'refuse') return refuse(response, decision.status);
  if (decision.kind === 'enter') {
    response.writeHead(303, { 'Set-Cookie': decision.setCookie, Location: '/', 'Cache-Control': 'no-store' });
    response.end();
    return;
  }
  const { pathname } = new URL(request.url ?? '/', door.origin);
  const file = pageFileFor(pathname, folder);
  const found = file && (await stat(file.path).catch(() => undefined));
  if (!file || !found?.isFile()) return refuse(response, 404);
  response.writeHead(200, {
    'Content-Type': file.mediaType,
    'Content-Length': found.size,
    'Cache-Control': file.cacheControl,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** Another start of this app asks for a window of its own. */
async function openAnother(
  door: Door,
  bell: Bell,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    let text = '';
    for await (const chunk of request) {
      text += String(chunk);
      if (text.length > LONGEST_RING) return refuse(response, 403);
    }
    const given = answerRing(bell, ringSchema.parse(JSON.parse(text)), () => door.invite());
    if (!given) return refuse(response, 403);
    response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
    response.end(JSON.stringify(given));
  } catch {
    refuse(response, 403);
  }
}

function refuse(response: ServerResponse, status: 403 | 404 | 405): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(
    status === 404 ? 'Not found.\n' : 'This address is for the window that Postmappe has opened.\n',
  );
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
