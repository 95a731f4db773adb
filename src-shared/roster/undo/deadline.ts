import { addDays, type Day } from '../../values/day.ts';

/** The last day on which something of the instant `at` is still kept. Days of both are taken in UTC: school hours agree. */
export function lastDayKept(at: string, days: number): Day {
  return addDays(at.slice(0, 10), days);
}

/** True while something of the instant `at` is kept. */
export function isStillKept(at: string, now: string, days: number): boolean {
  return now.slice(0, 10) <= lastDayKept(at, days);
}
