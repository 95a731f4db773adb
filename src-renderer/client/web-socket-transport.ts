import {
  type ChangeNotice,
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

const away = (id: number): Response => ({ id, ok: false, kind: 'unavailable', reason: 'coreAway' });

/** Questions that have been asked and not answered yet. */
class OpenQuestions {
  readonly #waiting = new Map<number, Waiting>();

  /** @param onPatienceLost called when the answer has taken long */
  ask(message: Request, onPatienceLost: () => void): Promise<Response> {
    return new Promise((resolve) => {
      const timer = setTimeout(onPatienceLost, PATIENCE_MS);
      this.#waiting.set(message.id, { message, settle: resolve, timer });
    });
  }

  settle(response: Response): void {
    const found = this.#waiting.get(response.id);
    if (!found) return;
    clearTimeout(found.timer);
    this.#waiting.delete(response.id);
    found.settle(response);
  }

  settleAllAsAway(): void {
    for (const id of [...this.#waiting.keys()]) this.settle(away(id));
  }

  messages(): Request[] {
    return [...this.#waiting.values()].map(({ message }) => message);
  }
}

type Listener = (notice: ChangeNotice) => void;

/** What the core says: an answer to a question, or that something has changed. */
function hear(text: string, questions: OpenQuestions, listeners: ReadonlySet<Listener>): void {
  const parsed: unknown = JSON.parse(text);
  const notice = changeNoticeSchema.safeParse(parsed);
  if (!notice.success) questions.settle(responseSchema.parse(parsed));
  else for (const listener of listeners) listener(notice.data);
}

/**
 * The core over a WebSocket. A broken connection is opened again; what was under way then is answered as
 * unavailable (the ids in its arguments make it safe to send once more).
 */
export function openWebSocketTransport(url: string): Transport {
  const questions = new OpenQuestions();
  const listeners = new Set<Listener>();
  let socket: WebSocket;
  let wasOpen = false;
  const connect = () => {
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      for (const message of questions.messages()) socket.send(JSON.stringify(message));
      if (wasOpen) for (const listener of listeners) listener({ changed: [EVERYTHING] });
      wasOpen = true;
    });
    socket.addEventListener('message', (event: MessageEvent<string>) =>
      hear(event.data, questions, listeners),
    );
    socket.addEventListener('close', () => {
      if (wasOpen) questions.settleAllAsAway();
      setTimeout(connect, RETRY_MS);
    });
  };
  connect();
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  return {
    request: (message) => {
      const answer = questions.ask(message, () => !isOpen() && questions.settle(away(message.id)));
      if (isOpen()) socket.send(JSON.stringify(message));
      return answer;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
