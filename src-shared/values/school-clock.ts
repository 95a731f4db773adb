import { type Day, daysBetween, inTimeZone, minutesOf, toInstant, toNumber } from './day.ts';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/**
 * The instant (ISO, UTC) at which the school's wall clock shows `time` on `day`. In the hour that the clocks
 * skip in spring it is as much later as they skip; of the hour that comes twice in autumn it is the first.
 */
export function instantAt(day: Day, time: string, timeZone: string): string {
  const asUtc = toNumber(day) * MINUTES_PER_DAY + minutesOf(time);
  let earliest: number | undefined;
  // Offsets of the day before and after: around a change of clocks they differ, and one of them fits.
  for (const offset of [
    offsetAt(asUtc - MINUTES_PER_DAY, timeZone),
    offsetAt(asUtc + MINUTES_PER_DAY, timeZone),
  ]) {
    const candidate = asUtc - offset;
    if (offsetAt(candidate, timeZone) === offset && (earliest === undefined || candidate < earliest))
      earliest = candidate;
  }
  const minute = earliest ?? asUtc - offsetAt(asUtc - MINUTES_PER_DAY, timeZone);
  return toInstant(minute * MS_PER_MINUTE);
}

/**
 * Minutes from the wall clock's midnight of `day` to now: below 0 before the day, from 1440 on after it,
 * always what the clock on the classroom wall says in between.
 */
export function minuteOfDay(nowMs: number, day: Day, timeZone: string): number {
  const now = inTimeZone(nowMs, timeZone);
  return daysBetween(day, now.day) * MINUTES_PER_DAY + minutesOf(now.time);
}

/** `HH:MM` of minutes since midnight; stays within the day. */
export function timeOfMinute(minute: number): string {
  const within = Math.min(Math.max(Math.floor(minute), 0), MINUTES_PER_DAY - 1);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Minutes by which the wall clock is ahead of UTC at a minute since the epoch. */
function offsetAt(utcMinute: number, timeZone: string): number {
  const wall = inTimeZone(utcMinute * MS_PER_MINUTE, timeZone);
  return toNumber(wall.day) * MINUTES_PER_DAY + minutesOf(wall.time) - utcMinute;
}
