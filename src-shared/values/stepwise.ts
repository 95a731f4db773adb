/**
 * Long work that stops now and then, so that whoever drives it can do something else, tell how far it is, or give up.
 * It yields nothing: how far it is stands in its {@link Tally}.
 */
export type Stepwise<T> = Generator<void, T, void>;

/** Units between two pauses: some milliseconds of work. */
const UNITS_BETWEEN_PAUSES = 200;

/** How much of a long work is done; `total` may grow while it is being found out. */
export class Tally {
  done = 0;
  total: number;
  #sincePause = 0;

  constructor(total = 0) {
    this.total = total;
  }

  /** Counts units. @returns true when it is time for a pause */
  count(units = 1): boolean {
    this.done += units;
    this.#sincePause += units;
    if (this.#sincePause < UNITS_BETWEEN_PAUSES) return false;
    this.#sincePause = 0;
    return true;
  }
}

/** Does all of it without a pause. */
export function doAtOnce<T>(work: Stepwise<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
