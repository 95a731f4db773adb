import type { ChangeNotice, Request, Response, Transport } from '../../../src-shared/contract/message.ts';

/** How long a question waits for a core before it is answered with "unavailable". */
const PATIENCE_MS = 5_000;
/** A notice that makes the window ask everything anew. */
const EVERYTHING: ChangeNotice = { changed: ['*'] };

/** The end of a MessagePort in the window. */
export type WindowPort = Pick<MessagePort, 'postMessage' | 'close' | 'onmessage'>;

interface Waiting {
  readonly message: Request;
  readonly settle: (response: Response) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** A transport whose port comes later, goes with the core and comes again. */
export interface WindowBridge extends Transport {
  /** Takes a new port, or null when the core is gone for now. What was under way is answered as unavailable. */
  takePort(port: WindowPort | null): void;
}

function isNotice(data: unknown): data is ChangeNotice {
  return typeof data === 'object' && data !== null && 'changed' in data && Array.isArray(data.changed);
}

/** The core has checked its answer against the contract; here it only has to find its question. */
function isResponse(data: unknown): data is Response {
  return typeof data === 'object' && data !== null && 'id' in data && 'ok' in data;
}

/** The window's side of the port to the core. The ids in a command's arguments make asking twice safe. */
export function createWindowBridge(): WindowBridge {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(notice: ChangeNotice) => void>();
  let port: WindowPort | null = null;
  let hadPort = false;

  const settle = (response: Response) => {
    const found = waiting.get(response.id);
    if (!found) return;
    clearTimeout(found.timer);
    waiting.delete(response.id);
    found.settle(response);
  };
  const away = (id: number) => settle({ id, ok: false, kind: 'unavailable', reason: 'coreAway' });
  const tell = (notice: ChangeNotice) => {
    for (const listener of [...listeners]) listener(notice);
  };
  const receive = (data: unknown) => {
    if (isNotice(data)) tell(data);
    else if (isResponse(data)) settle(data);
  };

  return {
    request: (message) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          if (!port) away(message.id);
        }, PATIENCE_MS);
        waiting.set(message.id, { message, settle: resolve, timer });
        port?.postMessage(message);
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takePort: (next) => {
      if (port) for (const id of [...waiting.keys()]) away(id);
      port?.close();
      port = next;
      if (!next) return;
      next.onmessage = ({ data }) => receive(data);
      for (const { message } of waiting.values()) next.postMessage(message);
      if (hadPort) tell(EVERYTHING);
      hadPort = true;
    },
  };
}
