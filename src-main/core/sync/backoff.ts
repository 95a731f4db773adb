import type { RandomBytes } from '../../../src-shared/values/uuid.ts';

const SHORTEST_MS = 1000;
const LONGEST_MS = 60_000;

/** Waiting times that double with each failure, spread so that a school's desks do not come back as one. */
export class Backoff {
  readonly #random: RandomBytes;
  #failures = 0;

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /** Milliseconds to wait after a further failure: between half and the whole of 1 s, 2 s, 4 s … 60 s. */
  next(): number {
    const whole = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    const [byte = 0] = this.#random(1);
    return Math.round(whole / 2 + (whole / 2) * (byte / 255));
  }

  reset(): void {
    this.#failures = 0;
  }
}
