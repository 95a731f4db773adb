import { WebSocket } from 'ws';
import type { z } from 'zod';
import { protocolVersion, type streamHelloSchema } from '../../../src-shared/sync/protocol.ts';
import { faultOfClose } from './http-faults.ts';
import { ServerFault, type StreamHandlers } from './server-transport.ts';
import { checkedFrame } from './wire-check.ts';

const OPEN_WITHIN_MS = 8000;
/** The server pings every 20 s; after this long without a word the line is dead. */
const SILENCE_MS = 65_000;
const LONGEST_FRAME = 64 * 1024 * 1024;

interface StreamAddress {
  readonly origin: string;
  readonly tls: { readonly minVersion: 'TLSv1.3'; readonly ca?: string };
}

/** Opens the stream of changed rows. An unreadable frame closes it: what it said is pulled instead. */
export function openHttpStream(
  { origin, tls }: StreamAddress,
  token: string,
  cursor: string,
  handlers: StreamHandlers,
): { close(): void } {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/sync/stream`, {
    handshakeTimeout: OPEN_WITHIN_MS,
    maxPayload: LONGEST_FRAME,
    perMessageDeflate: false,
    followRedirects: false,
    ...tls,
  });
  let fault: ServerFault | undefined;
  const fail = (reason: ServerFault) => {
    fault ??= reason;
    socket.terminate();
  };
  const silence = setTimeout(() => fail(new ServerFault('away', 'silent')), SILENCE_MS);
  silence.unref();
  socket.on('open', () => {
    const hello: z.input<typeof streamHelloSchema> = {
      kind: 'hello',
      protocol: protocolVersion,
      token,
      cursor,
    };
    socket.send(JSON.stringify(hello));
  });
  socket.on('ping', () => silence.refresh());
  socket.on('message', (data) => {
    silence.refresh();
    try {
      handlers.onFrame(checkedFrame(JSON.parse(String(data))));
    } catch {
      fail(new ServerFault('otherServer', 'unreadable frame'));
    }
  });
  socket.on('error', () => undefined); // 'close' follows and says the rest
  socket.on('close', (code) => {
    clearTimeout(silence);
    handlers.onClosed(fault ?? faultOfClose(code));
  });
  return { close: () => socket.terminate() };
}
