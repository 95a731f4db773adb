import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { SecretStore } from '../../core/environment.ts';
import type { CoreMessage, SecretQuestion } from '../../core/worker/core-messages.ts';
import { threadLimits } from '../../core/worker/young-generation.ts';

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

/** The core could not start; the message is a sentence for a person. */
export class CoreFailed extends Error {}

const STOP_WITHIN_MS = 5000;

/** The core in a thread of its own: a window never waits for SQLite, nor SQLite for a window. */
export class CoreThread {
  readonly #worker: Worker;
  readonly #gone: Promise<number>;

  /**
   * Starts the thread, which loads its code while the host is still finding out what to tell it.
   * @param entry the core's script, bundled or as source
   */
  constructor(entry: URL) {
    // A thread does not share its starter's compile cache; told where it lies, it starts in half the time.
    const cache = getCompileCacheDir();
    const env = { ...process.env, ...(cache ? { NODE_COMPILE_CACHE: dirname(cache) } : {}) };
    this.#worker = new Worker(entry, { env, resourceLimits: threadLimits });
    this.#gone = new Promise((resolve) => this.#worker.once('exit', resolve));
  }

  /**
   * Tells the core where it is and what it works with. Windows may connect at once: what they ask is answered
   * as soon as it can be.
   * @returns resolves when the core is ready to answer
   * @throws {CoreFailed}
   */
  begin(start: CoreStart, secrets: SecretStore): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => {
      // Our own core, our own messages.
      this.#worker.on('message', (message: CoreMessage) => {
        if (message.kind === 'ready') resolve();
        else if (message.kind === 'failed') reject(new CoreFailed(message.sentence));
        else void this.#answerSecret(secrets, message);
      });
      this.#worker.once('error', reject);
      this.#gone.then((code) => reject(new CoreFailed(`The app's core has ended (${code}).`)));
    });
    this.#worker.postMessage({ kind: 'start', ...start });
    return ready;
  }

  /** A line to the core; closed when the core ends. */
  connect(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#worker.postMessage({ kind: 'connect', port: port2 }, [port2]);
    return port1;
  }

  /** @returns resolves with the exit code when the core has ended */
  ended(): Promise<number> {
    return this.#gone;
  }

  /** Lets the core close its files; resolves when it is gone. */
  async stop(): Promise<void> {
    this.#worker.postMessage({ kind: 'stop' });
    const timer = setTimeout(() => void this.#worker.terminate(), STOP_WITHIN_MS);
    await this.#gone;
    clearTimeout(timer);
  }

  async #answerSecret(secrets: SecretStore, { kind, id, bytes }: SecretQuestion): Promise<void> {
    try {
      this.#worker.postMessage({ kind: 'secret', id, bytes: await secrets[kind](bytes) });
    } catch {
      this.#worker.postMessage({ kind: 'secretRefused', id });
    }
  }
}
