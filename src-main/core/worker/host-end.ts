import type { MessagePort } from 'node:worker_threads';

/** The end of a window's port in the core. */
export interface WindowPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** The way to whoever started this core: a thread of the browser host, or Electron's main process. */
export interface HostEnd {
  post(message: unknown): void;
  /** `port` comes with `connect`. */
  onMessage(listener: (message: unknown, port: WindowPort | undefined) => void): void;
  /** The core can't start: says why in a sentence and ends. */
  fail(error: unknown): void;
  end(): void;
}

/** Electron's ports speak of events where Node's speak of messages. Only what is used is described. */
interface ElectronPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown; ports: ElectronPort[] }) => void): void;
  on(event: 'close', listener: () => void): void;
  start?(): void;
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The app could not start.';
}

function overThread(port: MessagePort): HostEnd {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) =>
      port.on('message', (message: { port?: MessagePort }) => {
        listener(message, message.port && threadWindow(message.port));
      }),
    fail: (error) => {
      port.postMessage({ kind: 'failed', sentence: sentenceOf(error) });
      process.exit(1);
    },
    // In a thread this ends the thread alone.
    end: () => process.exit(0),
  };
}

function threadWindow(port: MessagePort): WindowPort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
  };
}

function overElectron(port: ElectronPort): HostEnd {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) =>
      port.on('message', ({ data, ports: [window] }) => listener(data, window && electronWindow(window))),
    fail: (error) => {
      process.stderr.write(`${sentenceOf(error)}\n`);
      port.postMessage({ kind: 'failed', sentence: sentenceOf(error) });
      // The message leaves with the next turn of the event loop.
      setImmediate(() => process.exit(1));
    },
    end: () => process.exit(0),
  };
}

function electronWindow(port: ElectronPort): WindowPort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start?.();
    },
    onClose: (listener) => port.on('close', listener),
  };
}

/**
 * Finds the host.
 * @param threadPort `parentPort` of `node:worker_threads`; null in Electron's utility process, which has its own
 */
export function hostEndOf(threadPort: MessagePort | null): HostEnd {
  if (threadPort) return overThread(threadPort);
  // Electron adds `parentPort` to the process object of a utility process.
  const { parentPort } = process as unknown as { readonly parentPort?: ElectronPort };
  if (!parentPort) throw new Error('The core is started by a host, not by itself.');
  return overElectron(parentPort);
}
