import { EventEmitter } from 'node:events';
import { type FakePort, type FakePosting, posting } from './fake-ports.ts';

/** A utility process: notes what main posts, and ends when it is told to. */
export class FakeUtilityProcess extends EventEmitter {
  readonly entry: string;
  readonly postings: FakePosting[] = [];
  /** A core that hangs does not end when it is asked to. */
  hangs = false;
  killed = false;
  pid: number | undefined = 4711;

  constructor(entry: string) {
    super();
    this.entry = entry;
  }

  postMessage(message: unknown, ports?: readonly FakePort[]): void {
    const sent = posting(message, ports);
    this.postings.push(sent);
    if (this.kindOf(sent) === 'stop' && !this.hangs) queueMicrotask(() => this.end(0));
  }

  kill(): boolean {
    this.killed = true;
    queueMicrotask(() => this.end(143));
    return true;
  }

  /** Ends, by itself or because it was told to. */
  end(code: number): void {
    if (this.pid === undefined) return;
    this.pid = undefined;
    this.emit('exit', code);
  }

  /** Says something to main. */
  say(message: unknown): void {
    this.emit('message', structuredClone(message));
  }

  /** The ports it was given so far, oldest first. */
  ports(): FakePort[] {
    return this.postings.flatMap(({ ports }) => ports);
  }

  /** The `kind` of each message so far. */
  kinds(): unknown[] {
    return this.postings.map((sent) => this.kindOf(sent));
  }

  kindOf({ message }: FakePosting): unknown {
    return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
  }
}
