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

/**
 * Prints apart from the core, which must answer while the compiler works for some hundred milliseconds.
 * The press starts with the first sheet and is stopped when idle. A sheet that fails rejects with
 * {@link PaperFailed}; the next one gets a new press if need be.
 */
export function createPaperDesk({
  resourcesFolder,
  startPress = startPaperProcess,
  entry = new URL('./paper-worker.ts', import.meta.url),
}: {
  resourcesFolder: string;
  startPress?: StartPress;
  /** The press's script, where a bundler has moved it. */
  entry?: URL;
}): PaperDesk {
  const waiting = new Map<number, Waiting>();
  let press: PaperPress | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): PaperPress {
    const started: PaperPress = startPress(entry, resourcesFolder, {
      onAnswer: take,
      onEnd: (kind) => started === press && end(kind),
    });
    return started;
  }

  function take(answer: PaperAnswer): void {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('pdf' in answer) order?.resolve(answer.pdf);
    else order?.reject(new PaperFailed(answer.failure));
    if (waiting.size > 0) return;
    press?.keepAlive(false);
    idle = setTimeout(() => end('closed'), IDLE_MS).unref();
  }

  function end(kind: string): void {
    clearTimeout(idle);
    const ending = press;
    press = undefined;
    ending?.stop();
    for (const order of waiting.values()) order.reject(new PaperFailed(kind));
    waiting.clear();
  }

  return {
    close: () => end('closed'),
    render(sheet, data, options) {
      clearTimeout(idle);
      press ??= start();
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        press?.keepAlive(true);
        press?.post({ id, sheet, data, options });
      });
    },
  };
}
