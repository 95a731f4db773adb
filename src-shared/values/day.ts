import { z } from 'zod';

/**
 * A calendar day of the school, `YYYY-MM-DD`, in the school's time zone. Days are never instants:
 * a sick note covers days, whatever the clocks do at night.
 */
export type Day = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

/** Days of people's lives. Beyond these, a step of one day could leave the four-digit years. */
const FIRST_YEAR = '1900';
const LAST_YEAR = '2199';

/** A `YYYY-MM-DD` that exists in the calendar (no 30 February), in the years 1900 to 2199. */
export const daySchema = z.string().regex(dayPattern).refine(isDay);

/** `HH:MM`, 24 hours, school time. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** True for a well-formed day that exists, in the years 1900 to 2199. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  const year = match?.[1];
  if (!year || year < FIRST_YEAR || year > LAST_YEAR) return false;
  return fromNumber(toNumber(text)) === text;
}

/** Days since 1970-01-01 (proleptic Gregorian). */
export function toNumber(day: Day): number {
  const match = dayPattern.exec(day);
  if (!match) throw new RangeError(`not a day: ${day.slice(0, 20)}`);
  return Math.floor(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY);
}

/** The inverse of {@link toNumber}. */
export function fromNumber(number: number): Day {
  return toInstant(number * MS_PER_DAY).slice(0, 10);
}

/** The day `count` calendar days later (or earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count);
}

/** Calendar days from `first` to `last`: 0 for the same day. */
export function daysBetween(first: Day, last: Day): number {
  return toNumber(last) - toNumber(first);
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** The earlier of two last days; null is no end. */
export function earlierEnd(first: Day | null, second: Day | null): Day | null {
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
}

/** The later of two last days; null is no end. */
export function laterEnd(first: Day | null, second: Day | null): Day | null {
  if (first === null || second === null) return null;
  return first > second ? first : second;
}

/** Milliseconds since the epoch as `2026-11-24T07:12:00.000Z`. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString();
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Day and wall-clock time (`HH:MM`) of an instant (ms since the epoch) in a time zone. */
export function inTimeZone(ms: number, timeZone: string): { day: Day; time: string } {
  // No zone has moved its clocks within a quarter of an hour since 1972, or stood off by other than full minutes.
  const wall = toInstant(ms < FULL_MINUTES_SINCE_MS ? askedAt(ms, timeZone) : ms + offsetAt(ms, timeZone));
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

const FULL_MINUTES_SINCE_MS = Date.UTC(1973, 0);
const QUARTER_MS = 15 * 60_000;
const REMEMBERED_QUARTERS = 2_000;
/** By zone and quarter of an hour: asking costs a hundred times what adding does. */
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which the zone's clocks are ahead of UTC. */
function offsetAt(ms: number, timeZone: string): number {
  const quarter = Math.floor(ms / QUARTER_MS);
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, ofZone);
  let offset = ofZone.get(quarter);
  if (offset === undefined) {
    offset = askedAt(quarter * QUARTER_MS, timeZone) - quarter * QUARTER_MS;
    if (ofZone.size >= REMEMBERED_QUARTERS) ofZone.clear();
    ofZone.set(quarter, offset);
  }
  return offset;
}

/** What the zone's clocks show, to the minute, as if they showed UTC. */
function askedAt(ms: number, timeZone: string): number {
  const parts = new Map(
    formatter(timeZone)
      .formatToParts(ms)
      .map((part) => [part.type, Number(part.value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
