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

export interface CoreProcess {
  /** Gives a frame its port to the core, now and after each restart. The frame before it loses its own. */
  connect(frame: WebFrameMain): void;
  restart(): void;
  /** Ends the core. Resolves when it is gone. */
  stop(): Promise<void>;
}

/** Keeps the core running in a process of its own and the window connected to it. */
export function superviseCore(needs: CoreProcessNeeds): CoreProcess {
  const endedAtMs: number[] = [];
  let frame: WebFrameMain | null = null;
  let stopping = false;
  let core: UtilityProcess | null = null;

  const handPort = () => {
    if (!frame || frame.isDestroyed()) return;
    if (!core) {
      frame.postMessage(PORT_CHANNEL, null);
      return;
    }
    const { port1, port2 } = new needs.Channel();
    core.postMessage({ kind: 'connect' }, [port1]);
    frame.postMessage(PORT_CHANNEL, null, [port2]);
  };
  const startCore = () => {
    const started = needs.start();
    let sentence: string | null = null;
    core = started;
    started.on('message', (message: unknown) => {
      sentence = failedSchema.safeParse(message).data?.sentence ?? sentence;
    });
    started.once('exit', () => {
      core = null;
      if (!stopping) recover(sentence);
    });
    handPort();
  };
  const recover = (sentence: string | null) => {
    endedAtMs.push(needs.nowMs());
    if (sentence === null && mayRestart(endedAtMs)) {
      startCore();
      needs.onRestarted();
    } else {
      handPort();
      needs.onGaveUp(sentence);
    }
  };
  startCore();

  return {
    connect: (next) => {
      frame = next;
      handPort();
    },
    restart: () => {
      endedAtMs.length = 0;
      if (!core) startCore();
    },
    stop: () => {
      stopping = true;
      return core ? endProcess(core) : Promise.resolve();
    },
  };
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
