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

/** All school days of a range, both ends included. */
export function schoolDaysIn(fromDay: Day, untilDay: Day, periods: readonly FreePeriod[]): Day[] {
  const days: Day[] = [];
  for (let day = fromDay; day <= untilDay && days.length <= LONGEST_SEARCH; day = addDays(day, 1)) {
    if (isSchoolDay(day, periods)) days.push(day);
  }
  return days;
}

function nearestSchoolDay(start: Day, step: 1 | -1, periods: readonly FreePeriod[]): Day {
  let day = start;
  for (let tried = 0; tried < LONGEST_SEARCH; tried += 1) {
    if (isSchoolDay(day, periods)) return day;
    day = addDays(day, step);
  }
  return start;
}
