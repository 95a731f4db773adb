import { addDays, type Day, weekday } from './day.ts';

/** A stretch of days without lessons: a public holiday, school holidays, a closure. Both ends included. */
export interface FreePeriod {
  readonly kind: string;
  readonly name: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** Guards the searches below against a calendar that never has school. */
const LONGEST_SEARCH = 400;
/** Longest range that is listed day by day: six years, more than a child's time at a primary school. */
const LONGEST_RANGE = 2200;

/** The free period that covers the day, if any. Weekends are not periods. */
export function freePeriodOn(day: Day, periods: readonly FreePeriod[]): FreePeriod | undefined {
  return periods.find((period) => period.fromDay <= day && day <= period.untilDay);
}

/** True when lessons are given: Monday to Friday, outside all free periods. */
export function isSchoolDay(day: Day, periods: readonly FreePeriod[]): boolean {
  return weekday(day) <= 5 && freePeriodOn(day, periods) === undefined;
}

/** The day itself if it is a school day, else the next one. */
export function schoolDayOnOrAfter(day: Day, periods: readonly FreePeriod[]): Day {
  return nearestSchoolDay(day, 1, periods);
}

/** The last school day before the given day. */
export function schoolDayBefore(day: Day, periods: readonly FreePeriod[]): Day {
  return nearestSchoolDay(addDays(day, -1), -1, periods);
}

/** The last of `count` school days, the first being the day itself or the next school day. */
export function lastOfSchoolDays(first: Day, count: number, periods: readonly FreePeriod[]): Day {
  let day = schoolDayOnOrAfter(first, periods);
  for (let passed = 1; passed < count; passed += 1) day = schoolDayOnOrAfter(addDays(day, 1), periods);
  return day;
}

/** All school days of a range, both ends included; of a range beyond all reason only the first six years. */
export function schoolDaysIn(fromDay: Day, untilDay: Day, periods: readonly FreePeriod[]): Day[] {
  const days: Day[] = [];
  for (let day = fromDay, passed = 0; day <= untilDay && passed < LONGEST_RANGE; passed += 1) {
    if (isSchoolDay(day, periods)) days.push(day);
    day = addDays(day, 1);
  }
  return days;
}

/** Days of a range without lessons, weekends included; `name` is the free period's, null for a plain weekend. */
export function freeDaysIn(
  fromDay: Day,
  untilDay: Day,
  periods: readonly FreePeriod[],
): { day: Day; name: string | null }[] {
  const days: { day: Day; name: string | null }[] = [];
  for (let day = fromDay, passed = 0; day <= untilDay && passed < LONGEST_RANGE; passed += 1) {
    const period = freePeriodOn(day, periods);
    if (period || weekday(day) > 5) days.push({ day, name: period?.name ?? null });
    day = addDays(day, 1);
  }
  return days;
}

/** Days before the last known school holidays end from which somebody should enter further ones: eight weeks. */
const HOLIDAYS_AHEAD = 56;

/**
 * Whether school holidays are known far enough ahead: without them every day of the holidays counts as a school day.
 * @returns null when they are; else the last day of the last known ones, `none` when none are known
 */
export function holidaysRunOut(today: Day, periods: readonly FreePeriod[]): Day | 'none' | null {
  const ends = periods.filter(({ kind }) => kind === 'schoolHoliday').map(({ untilDay }) => untilDay);
  const last = ends.sort().at(-1);
  if (last === undefined) return 'none';
  return last < addDays(today, HOLIDAYS_AHEAD) ? last : null;
}

function nearestSchoolDay(start: Day, step: 1 | -1, periods: readonly FreePeriod[]): Day {
  let day = start;
  for (let tried = 0; tried < LONGEST_SEARCH; tried += 1) {
    if (isSchoolDay(day, periods)) return day;
    day = addDays(day, step);
  }
  return start;
}
