import { type Day, inTimeZone, minutesOf, toInstant, toNumber } from '../../src-shared/values/day.ts';
import { demoTimeZone } from '../../src-shared/values/demo-clock.ts';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;
const NOON = 720;

/** Minutes that school time is ahead of UTC, by day; the clocks change at night, when nobody reports. */
const offsets = new Map<Day, number>();

function offsetOn(day: Day): number {
  let offset = offsets.get(day);
  if (offset === undefined) {
    const noonUtc = (toNumber(day) * MINUTES_PER_DAY + NOON) * MS_PER_MINUTE;
    offset = minutesOf(inTimeZone(noonUtc, demoTimeZone).time) - NOON;
    offsets.set(day, offset);
  }
  return offset;
}

/** Milliseconds since the epoch of a day's minute (since midnight, school time). */
export function msAt(day: Day, minutes: number): number {
  return (toNumber(day) * MINUTES_PER_DAY + minutes - offsetOn(day)) * MS_PER_MINUTE;
}

/** The instant (ISO, UTC) of a day's minute. */
export function instantAt(day: Day, minutes: number): string {
  return toInstant(msAt(day, minutes));
}

/** `HH:MM` of minutes since midnight. */
export function timeText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
