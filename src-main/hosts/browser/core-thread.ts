import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { SecretStore } from '../../core/environment.ts';

/** What the core is told when it starts (core-worker.ts). */
export interface CoreStart {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly downtimeFolder: string | null;
  readonly deviceName: string;
  readonly serverUrl: string;
  readonly ca?: string;
  readonly clockAheadMs?: number;
  readonly signInAs?: { readonly userName: string; readonly password: string };
}

/** The core in a thread of its own: a window never waits for SQLite, nor SQLite for a window. */
export interface CoreThread {
  /** A line to the core; closed when the core ends. */
  connect(): MessagePort;
  /** Lets the core close its files; resolves when it is gone. */
  stop(): Promise<void>;
}

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), sentence: z.string() }),
  z.object({ kind: z.enum(['seal', 'unseal']), id: z.number(), bytes: z.instanceof(Uint8Array) }),
]);

/** The core could not start; the message is a sentence for a person. */
export class CoreFailed extends Error {}

const STOP_WITHIN_MS = 5000;

/**
 * Starts the core and waits until it can be asked.
 * @param onEnded it has ended by itself, with its exit code
 * @throws {CoreFailed}
 */
export async function startCoreThread(
  start: CoreStart,
  secrets: SecretStore,
  onEnded: (code: number) => void,
): Promise<CoreThread> {
  // A thread does not share its starter's compile cache; told where it lies, it starts in half the time.
  const cache = getCompileCacheDir();
  const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) };
  const worker = new Worker(new URL('../../core/core-worker.ts', import.meta.url), { env });
  let stopping = false;
  const gone = new Promise<number>((resolve) => worker.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: unknown) => {
      const parsed = messageSchema.safeParse(message);
      if (!parsed.success) return;
      const { data } = parsed;
      if (data.kind === 'ready') resolve();
      else if (data.kind === 'failed') reject(new CoreFailed(data.sentence));
      else void answerSecret(worker, secrets, data);
    });
    worker.once('error', (error) => reject(error));
    gone.then((code) => reject(new CoreFailed(`The app's core has ended (${code}).`)));
  });
  worker.postMessage({ kind: 'start', ...start });
  await ready;
  gone.then((code) => {
    if (!stopping) onEnded(code);
  });
  return {
    connect() {
      const { port1, port2 } = new MessageChannel();
      worker.postMessage({ kind: 'connect', port: port2 }, [port2]);
      return port1;
    },
    async stop() {
      stopping = true;
      worker.postMessage({ kind: 'stop' });
      const timer = setTimeout(() => void worker.terminate(), STOP_WITHIN_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}

async function answerSecret(
  worker: Worker,
  secrets: SecretStore,
  question: { kind: 'seal' | 'unseal'; id: number; bytes: Uint8Array },
): Promise<void> {
  const { id } = question;
  try {
    worker.postMessage({ kind: 'secret', id, bytes: await secrets[question.kind](question.bytes) });
  } catch {
    worker.postMessage({ kind: 'secretRefused', id });
  }
}
