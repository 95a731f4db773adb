import type { Delta, StreamFrame } from '../../../src-shared/sync/protocol.ts';
import { ServerFault, type ServerTransport } from './server-transport.ts';

/** What a stream tells whoever keeps it. */
export interface LiveStreamEvents {
  /** Frames wait to be taken. */
  readonly arrived: () => void;
  /** Something is to be pulled. */
  readonly pullWanted: () => void;
  readonly closed: (fault: ServerFault) => void;
}

/** The open stream with the frames that have arrived and are not applied yet. */
export class LiveStream {
  readonly #close: () => void;
  readonly #events: LiveStreamEvents;
  #frames: Delta[] = [];
  #open = true;

  constructor(transport: ServerTransport, token: string, cursor: string, events: LiveStreamEvents) {
    this.#events = events;
    const stream = transport.openStream(token, cursor, {
      onFrame: (frame) => this.#take(frame),
      onClosed: (fault) => this.#closed(fault),
    });
    this.#close = () => stream.close();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    this.#open = false;
    this.#frames = [];
    this.#close();
  }

  /**
   * The next delta that continues `cursor`; those it has overtaken are dropped. When frames are left that
   * do not continue it, some are missing: they are dropped too and a pull is asked for.
   */
  next(cursor: string): Delta | undefined {
    const at = this.#frames.findIndex((frame) => frame.from === cursor);
    if (at >= 0) {
      const [frame] = this.#frames.splice(0, at + 1).slice(-1);
      return frame;
    }
    const overtaken = this.#frames.length === 0 || this.#frames.at(-1)?.to === cursor;
    this.#frames = [];
    if (!overtaken) this.#events.pullWanted();
    return undefined;
  }

  #take(frame: StreamFrame): void {
    if (!this.#open) return;
    if (frame.kind === 'delta') {
      this.#frames.push(frame);
      this.#events.arrived();
    } else if (frame.kind === 'signedOut') {
      this.#closed(new ServerFault('signedOut'));
      this.#close();
    } else this.#events.pullWanted();
  }

  #closed(fault: ServerFault): void {
    if (!this.#open) return;
    this.#open = false;
    this.#events.closed(fault);
  }
}
