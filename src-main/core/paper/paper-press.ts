import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import type { SheetData, SheetName } from '../../../src-shared/paper/daily-sheets.ts';
import type { RenderOptions } from './render.ts';

/** One order to whatever prints. */
export interface PaperOrder {
  readonly id: number;
  readonly sheet: SheetName;
  readonly data: SheetData[SheetName];
  readonly options: RenderOptions;
}

/** The answer: the PDF, or the kind of the failure without a word of the data. */
export type PaperAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failure: string };

/** A place where sheets are printed, apart from the core. */
export interface PaperPress {
  post(order: PaperOrder): void;
  /** Whether orders are open: only then the press keeps the program alive. */
  keepAlive(busy: boolean): void;
  stop(): void;
}

export interface PressListener {
  onAnswer(answer: PaperAnswer): void;
  /** The press is gone; `kind` says why in a word or two. */
  onEnd(kind: string): void;
}

export type StartPress = (entry: URL, resourcesFolder: string, listener: PressListener) => PaperPress;

/**
 * A process of its own: what the compiler takes (some 200 MB for a school) goes back to the machine when
 * it ends, and should its native code crash, the core with its open notes does not.
 */
export const startPaperProcess: StartPress = (entry, resourcesFolder, listener) => {
  const child = fork(entry, [resourcesFolder], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  child.unref();
  child.on('message', (answer) => listener.onAnswer(answer as PaperAnswer)); // own entry, own protocol
  child.on('error', (error) => listener.onEnd(error.name));
  child.on('exit', (code, signal) => listener.onEnd(`ended: ${signal ?? code}`));
  return {
    post: (order) => child.send(order, (error) => error && listener.onEnd(error.name)),
    keepAlive: (busy) => (busy ? child.channel?.ref() : child.channel?.unref()),
    stop: () => child.kill(),
  };
};

/** A thread, for hosts that may not start processes. The compiler's memory stays with the core then. */
export const startPaperThread: StartPress = (entry, resourcesFolder, listener) => {
  const worker = new Worker(entry, { workerData: { resourcesFolder } });
  worker.on('message', (answer: PaperAnswer) => listener.onAnswer(answer));
  worker.on('error', (error: Error) => listener.onEnd(error.name));
  worker.on('exit', (code) => listener.onEnd(`ended: ${code}`));
  return {
    post: (order) => worker.postMessage(order),
    keepAlive: (busy) => (busy ? worker.ref() : worker.unref()),
    stop: () => void worker.terminate(),
  };
};
