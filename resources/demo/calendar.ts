import Holidays from 'date-holidays';
import { addDays, type Day, fromNumber, toNumber } from '../../src-shared/values/day.ts';
import { isSchoolDay } from '../../src-shared/values/school-calendar.ts';
import schoolHolidays from './school-holidays-ni.json' with { type: 'json' };

/** A stretch without lessons, as it will stand in the table `freePeriod`. */
export interface DemoFreePeriod {
  readonly kind: 'publicHoliday' | 'schoolHoliday';
  readonly name: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/** The school days and the days off of some school years. */
export interface DemoCalendar {
  readonly periods: readonly DemoFreePeriod[];
  /** Ascending. */
  readonly schoolDays: readonly Day[];
}

/** The calendar year in which the day's school year began (on 1 August, NSchG § 28). */
export function schoolYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '08-01' ? year : year - 1;
}

/** `2026/27` for 2026. */
export function schoolYearName(startYear: number): string {
  return `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`;
}

/** 1 August of the year. */
export function schoolYearStart(startYear: number): Day {
  return `${startYear}-08-01`;
}

const listed = new Map(Object.entries(schoolHolidays.schoolYears));
const firstListed = Number([...listed.keys()][0]?.slice(0, 4));
const lastListed = firstListed + listed.size - 1;

/**
 * The school holidays that begin in a school year. Years beyond the list take the nearest listed one,
 * moved by whole weeks: good enough for a demo on a PC whose clock is wrong.
 */
function schoolHolidaysOf(startYear: number): DemoFreePeriod[] {
  const year = Math.min(lastListed, Math.max(firstListed, startYear));
  const shift = Math.round(((startYear - year) * 365.2425) / 7) * 7;
  const rows = listed.get(schoolYearName(year)) ?? [];
  return rows.map(([name = '', from = '', until = '']) => ({
    kind: 'schoolHoliday',
    name,
    fromDay: addDays(from, shift),
    untilDay: addDays(until, shift),
  }));
}

let source: Holidays | undefined;

function publicHolidaysOf(year: number): DemoFreePeriod[] {
  source ??= new Holidays('DE', 'ni', { types: ['public'] });
  return source.getHolidays(year).map((holiday) => {
    const day = holiday.date.slice(0, 10);
    return { kind: 'publicHoliday', name: holiday.name, fromDay: day, untilDay: day };
  });
}

/** Days off and school days of Lower Saxony from one school year to another, both included. */
export function demoCalendar(firstYear: number, lastYear: number): DemoCalendar {
  const from = schoolYearStart(firstYear);
  const until = addDays(schoolYearStart(lastYear + 1), 60);
  const periods: DemoFreePeriod[] = [];
  // The summer holidays of the year before reach into the first August.
  for (let year = firstYear - 1; year <= lastYear; year += 1) periods.push(...schoolHolidaysOf(year));
  for (let year = firstYear; year <= lastYear + 1; year += 1) periods.push(...publicHolidaysOf(year));
  const kept = periods.filter((period) => period.untilDay >= from && period.fromDay < until);
  kept.sort((left, right) => (left.fromDay < right.fromDay ? -1 : 1));
  const schoolDays: Day[] = [];
  const last = toNumber(schoolYearStart(lastYear + 1));
  for (let number = toNumber(from); number < last; number += 1) {
    const day = fromNumber(number);
    if (isSchoolDay(day, kept)) schoolDays.push(day);
  }
  return { periods: kept, schoolDays };
}

/** The day itself if it is a school day of Lower Saxony, else the last one before it. */
export function demoSchoolDay(day: Day): Day {
  const year = schoolYearOf(day);
  const { schoolDays } = demoCalendar(year - 1, year);
  return schoolDays.findLast((schoolDay) => schoolDay <= day) ?? day;
}
