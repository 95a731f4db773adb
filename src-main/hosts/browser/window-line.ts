import type { MessagePort } from 'node:worker_threads';
import type { WebSocket } from 'ws';

/**
 * Joins a window's WebSocket to its port of the core. Both ends go together. What is not JSON is passed on
 * as it is: the core names what is wrong with it.
 */
export function joinLine(socket: WebSocket, port: MessagePort): void {
  socket.on('message', (data) => port.postMessage(parsed(String(data))));
  port.on('message', (message: unknown) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  });
  socket.on('close', () => port.close());
  socket.on('error', () => socket.terminate());
  port.on('close', () => socket.terminate());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
