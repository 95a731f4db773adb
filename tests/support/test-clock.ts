import type { Clock } from '../../src-server/sync/clock.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';

/** A clock that stands until it is turned. Times are school time in winter (UTC+1). */
export class TestClock implements Clock {
  #ms: number;

  constructor(time = '2026-11-24T07:30') {
    this.#ms = Date.parse(`${time}:00+01:00`);
  }

  readonly nowMs = (): number => this.#ms;

  /** Turns the clock to a school time, e.g. `2026-11-25T00:00`. */
  set(time: string): void {
    this.#ms = Date.parse(`${time}:00+01:00`);
  }

  advance(ms: number): void {
    this.#ms += ms;
  }
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Ids that are the same in each run: UUIDv7 with a counter in place of chance. */
export function countingIds(seed: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    const bytes = new Uint8Array(10);
    new DataView(bytes.buffer).setUint32(2, seed);
    new DataView(bytes.buffer).setUint32(6, count);
    return uuidV7(Date.parse('2026-11-24T06:00:00Z'), () => bytes);
  };
}
