import type { MessageChannelMain, UtilityProcess, WebFrameMain } from 'electron';
import { z } from 'zod';
import { PORT_CHANNEL } from './channels.ts';
import { mayRestart } from './decide-restart.ts';

/** How long the core may take to close its files before it is ended. */
const STOP_MS = 5_000;
/** The core says why it can't start, and ends. */
const failedSchema = z.object({ kind: z.literal('failed'), sentence: z.string() });

export interface CoreProcessNeeds {
  /** Starts the process and tells it what to do. */
  readonly start: () => UtilityProcess;
  readonly Channel: typeof MessageChannelMain;
  readonly nowMs: () => number;
  /** A new process has taken over after one that ended by itself. */
  readonly onRestarted: () => void;
  /**
   * It ends again and again, or has said why it can't start; nothing runs until `restart` is called.
   * @param sentence the core's own words, or null
   */
  readonly onGaveUp: (sentence: string | null) => void;
}

/** Keeps the core running in a process of its own and the window connected to it. */
export class CoreProcess {
  readonly #needs: CoreProcessNeeds;
  readonly #endedAtMs: number[] = [];
  #frame: WebFrameMain | null = null;
  #core: UtilityProcess | null = null;
  #stopping = false;

  constructor(needs: CoreProcessNeeds) {
    this.#needs = needs;
    this.#start();
  }

  /** Gives a frame its port to the core, now and after each restart. The frame before it loses its own. */
  connect(frame: WebFrameMain): void {
    this.#frame = frame;
    this.#handPort();
  }

  /** Starts again after it was given up. */
  restart(): void {
    this.#endedAtMs.length = 0;
    if (!this.#core) this.#start();
  }

  /** Ends the core. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#core) await endProcess(this.#core);
  }

  #start(): void {
    const started = this.#needs.start();
    let sentence: string | null = null;
    this.#core = started;
    started.on('message', (message: unknown) => {
      sentence = failedSchema.safeParse(message).data?.sentence ?? sentence;
    });
    started.once('exit', () => {
      this.#core = null;
      if (!this.#stopping) this.#recover(sentence);
    });
    this.#handPort();
  }

  #recover(sentence: string | null): void {
    this.#endedAtMs.push(this.#needs.nowMs());
    if (sentence === null && mayRestart(this.#endedAtMs)) {
      this.#start();
      this.#needs.onRestarted();
    } else {
      this.#handPort();
      this.#needs.onGaveUp(sentence);
    }
  }

  #handPort(): void {
    const frame = this.#frame;
    if (!frame || frame.isDestroyed()) return;
    if (!this.#core) {
      frame.postMessage(PORT_CHANNEL, null);
      return;
    }
    const { port1, port2 } = new this.#needs.Channel();
    this.#core.postMessage({ kind: 'connect' }, [port1]);
    frame.postMessage(PORT_CHANNEL, null, [port2]);
  }
}

/** Asks a process to close its files and end; ends it when it does not. */
function endProcess(process: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => process.kill(), STOP_MS);
    process.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    process.postMessage({ kind: 'stop' });
  });
}
