import type { Clock } from '../../../src-main/core/environment.ts';

/** The school time at which the demo school of the benchmarks begins: a Tuesday morning in progress. */
export const DEMO_NOW = '2026-11-24T08:14';
/** The same moment in UTC. */
export const DEMO_NOW_MS = Date.parse('2026-11-24T07:14:00Z');
export const DEMO_PASSWORD = 'Linde-314159';

/** People of the demo who may see everything; with a device each they are two offices. */
export const OFFICES = ['yildiz', 'ostermann'] as const;

/** A clock that shows the demo's time: it stood at {@link DEMO_NOW} when the demo server was started. */
export function demoClock(serverStartedAtMs: number): Clock {
  return {
    nowMs: () => DEMO_NOW_MS + (Date.now() - serverStartedAtMs),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}
