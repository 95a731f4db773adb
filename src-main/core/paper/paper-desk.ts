import { type PaperAnswer, type PaperPress, type StartPress, startPaperProcess } from './paper-press.ts';
import type { PaperRenderer } from './render.ts';

/** How long a press waits for the next sheet before it is stopped. */
const IDLE_MS = 3000;

/** A sheet could not be made; `kind` names the cause and never holds a word of the data. */
export class PaperFailed extends Error {
  override readonly name = 'PaperFailed';
  readonly kind: string;

  constructor(kind: string) {
    super(`the sheet could not be made (${kind})`);
    this.kind = kind;
  }
}

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: PaperFailed) => void;
}

export interface PaperDesk extends PaperRenderer {
  /** Stops the press; open orders fail. A later order starts a new one. */
  close(): void;
}

export interface PaperDeskOptions {
  readonly resourcesFolder: string;
  readonly startPress?: StartPress;
  /** The press's script, where a bundler has moved it. */
  readonly entry?: URL;
}

/**
 * Prints apart from the core, which must answer while the compiler works for some hundred milliseconds.
 * The press starts with the first sheet and is stopped when idle. A sheet that fails rejects with
 * {@link PaperFailed}; the next one gets a new press if need be.
 */
export function createPaperDesk(options: PaperDeskOptions): PaperDesk {
  const orders = new PaperOrders(options);
  return {
    close: () => orders.end('closed'),
    render: (sheet, data, renderOptions) =>
      orders.place((id) => ({ id, sheet, data, options: renderOptions })),
  };
}

/** The open orders and the press that works on them. */
class PaperOrders {
  readonly #start: () => PaperPress;
  readonly #waiting = new Map<number, Waiting>();
  #press: PaperPress | undefined;
  #idle: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor({ resourcesFolder, startPress = startPaperProcess, entry }: PaperDeskOptions) {
    const script = entry ?? new URL('./paper-worker.ts', import.meta.url);
    this.#start = () => {
      const started: PaperPress = startPress(script, resourcesFolder, {
        onAnswer: (answer) => this.#take(answer),
        onEnd: (kind) => started === this.#press && this.end(kind),
      });
      return started;
    };
  }

  place(order: (id: number) => Parameters<PaperPress['post']>[0]): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    this.#press ??= this.#start();
    const press = this.#press;
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      press.keepAlive(true);
      press.post(order(id));
    });
  }

  end(kind: string): void {
    clearTimeout(this.#idle);
    const ending = this.#press;
    this.#press = undefined;
    ending?.stop();
    for (const order of this.#waiting.values()) order.reject(new PaperFailed(kind));
    this.#waiting.clear();
  }

  #take(answer: PaperAnswer): void {
    const order = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('pdf' in answer) order?.resolve(answer.pdf);
    else order?.reject(new PaperFailed(answer.failure));
    if (this.#waiting.size > 0) return;
    this.#press?.keepAlive(false);
    this.#idle = setTimeout(() => this.end('closed'), IDLE_MS).unref();
  }
}
