import { EventEmitter } from 'node:events';

/**
 * One end of a channel. What is posted is cloned as between processes (a function in it throws), arrives
 * later, and waits until the end is started, as with Electron's MessagePortMain. Setting `onmessage` starts it,
 * as in a window.
 */
export class FakePort extends EventEmitter {
  other: FakePort | null = null;
  #started = false;
  #waiting: unknown[] = [];
  #onmessage: ((event: { data: unknown }) => void) | null = null;

  set onmessage(listener: (event: { data: unknown }) => void) {
    this.#onmessage = listener;
    this.start();
  }

  postMessage(data: unknown): void {
    const copy: unknown = structuredClone(data);
    queueMicrotask(() => this.other?.receive(copy));
  }

  receive(data: unknown): void {
    if (!this.#started) this.#waiting.push(data);
    else {
      this.emit('message', { data, ports: [] });
      this.#onmessage?.({ data });
    }
  }

  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.receive(data);
  }

  close(): void {
    const { other } = this;
    this.other = null;
    if (other) {
      other.other = null;
      other.emit('close');
    }
  }
}

/** Two ends that belong together. */
export class FakeMessageChannel {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();
  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}

/** What was posted with ports: the ports are handed over, the rest is cloned. */
export interface FakePosting {
  readonly message: unknown;
  readonly ports: readonly FakePort[];
}

/** Clones a message as it leaves a process. */
export function posting(message: unknown, ports: readonly FakePort[] = []): FakePosting {
  return { message: structuredClone(message), ports };
}
