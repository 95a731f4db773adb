import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answerParent } from '../harness/answer-parent.ts';
import { type FloorRow, openFloorFile } from './floor-rows.ts';

/**
 * The least a server can do: takes rows over HTTP, writes them durably and passes them on over WebSockets.
 * Nobody signs in, nothing is checked, nothing decided, nothing logged.
 */
async function listen(path: string): Promise<string> {
  const file = await openFloorFile(path);
  const server = createServer(async (request, response) => {
    const body = await text(request);
    // Sent by the floor's own desk.
    const notes = JSON.parse(body) as FloorRow[][];
    file.write(notes.flat());
    response.end('{}');
    for (const socket of sockets.clients) socket.send(body);
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set: buffers
  return Buffer.concat(chunks).toString('utf8');
}

const handlers = { listen };

/** What the process of the floor's server can be asked. */
export type WireFloorServerChild = typeof handlers;

answerParent(handlers);
