/** A clock that moves only when it is told to, shared by server and desks; each desk may run ahead or behind. */
export class SimClock {
  #now: number;
  #lastId = 0;
  readonly #timers = new Map<number, { at: number; callback: () => void }>();

  constructor(nowMs: number) {
    this.#now = nowMs;
  }

  nowMs(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    this.#lastId += 1;
    const id = this.#lastId;
    this.#timers.set(id, { at: this.#now + ms, callback });
    return () => this.#timers.delete(id);
  }

  /** Moves on and fires what is due, in order of time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers]
        .filter(([, timer]) => timer.at <= end)
        .sort((one, other) => one[1].at - other[1].at)[0];
      if (!due) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].callback();
    }
    this.#now = end;
  }

  /** The same timers, seen by a desk whose clock is off. */
  skewed(offsetMs: () => number) {
    return {
      nowMs: () => this.#now + offsetMs(),
      after: (ms: number, callback: () => void) => this.after(ms, callback),
    };
  }
}
