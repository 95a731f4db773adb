import type { Clock } from '../environment.ts';

/** The machine's own clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** The same clock, set forward (or back) by `ms`. */
export function clockAhead(clock: Clock, ms: number): Clock {
  return ms === 0 ? clock : { nowMs: () => clock.nowMs() + ms, after: clock.after };
}
