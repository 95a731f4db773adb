import {
  changeNoticeSchema,
  type Request,
  type Response,
  responseSchema,
  type Transport,
} from '../../src-shared/contract/message.ts';
import { EVERYTHING } from './query-cache.ts';

/** How long a question waits for a connection before it is answered with "unavailable". */
const PATIENCE_MS = 5_000;
const RETRY_MS = 400;

interface Waiting {
  readonly message: Request;
  readonly settle: (response: Response) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * The core over a WebSocket. A broken connection is opened again; what was under way then is answered as
 * unavailable (the ids in its arguments make it safe to send once more).
 */
export function openWebSocketTransport(url: string, Socket: typeof WebSocket = WebSocket): Transport {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(changed: { changed: string[] }) => void>();
  let socket: WebSocket;
  let wasOpen = false;

  const away = (id: number): Response => ({ id, ok: false, kind: 'unavailable', reason: 'coreAway' });
  const settle = (id: number, response: Response) => {
    const found = waiting.get(id);
    if (!found) return;
    clearTimeout(found.timer);
    waiting.delete(id);
    found.settle(response);
  };
  const receive = (text: string) => {
    const parsed: unknown = JSON.parse(text);
    const notice = changeNoticeSchema.safeParse(parsed);
    if (notice.success) for (const listener of listeners) listener(notice.data);
    else {
      const response = responseSchema.parse(parsed);
      settle(response.id, response);
    }
  };
  const connect = () => {
    socket = new Socket(url);
    socket.addEventListener('open', () => {
      for (const { message } of waiting.values()) socket.send(JSON.stringify(message));
      if (wasOpen) for (const listener of listeners) listener({ changed: [EVERYTHING] });
      wasOpen = true;
    });
    socket.addEventListener('message', (event: MessageEvent<string>) => receive(event.data));
    socket.addEventListener('close', () => {
      if (wasOpen) for (const id of [...waiting.keys()]) settle(id, away(id));
      setTimeout(connect, RETRY_MS);
    });
  };
  connect();

  return {
    request: (message) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          if (socket.readyState !== socket.OPEN) settle(message.id, away(message.id));
        }, PATIENCE_MS);
        waiting.set(message.id, { message, settle: resolve, timer });
        if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
