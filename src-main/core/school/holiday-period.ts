import type { calendarProblemCodes } from '../../../src-shared/school/contract.ts';
import type { Day } from '../../../src-shared/values/day.ts';

export interface ReadPeriod {
  readonly name: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

export interface CalendarProblem {
  readonly code: (typeof calendarProblemCodes)[number];
  /** The line it is about, the first is 1; null for the file. */
  readonly line: number | null;
  /** What stands there, shortened. */
  readonly value: string;
}

export interface ReadCalendar {
  readonly periods: ReadPeriod[];
  readonly problems: CalendarProblem[];
}

/** One finished line of a file, or what is wrong with it. */
export function periodOf(
  line: number,
  said: string,
  found: { name: string; fromDay: Day | null; untilDay: Day | null },
): ReadPeriod | CalendarProblem {
  const problem = (code: CalendarProblem['code']) => ({ code, line, value: said.trim().slice(0, 80) });
  const name = tidyName(found.name);
  if (name === '') return problem('nameMissing');
  const { fromDay, untilDay } = found;
  if (fromDay === null || untilDay === null) return problem('dayNotUnderstood');
  return untilDay < fromDay ? problem('endsBeforeBegin') : { name, fromDay, untilDay };
}

/** Parts what was read from what was not. */
export function sorted(read: readonly (ReadPeriod | CalendarProblem)[]): ReadCalendar {
  return {
    periods: read.flatMap((one) => ('code' in one ? [] : [one])),
    problems: read.flatMap((one) => ('code' in one ? [one] : [])),
  };
}

/** `Herbstferien Niedersachsen 2026` is called "Herbstferien" at a school; year and state are known there. */
function tidyName(name: string): string {
  const bare = name
    .replace(/\s*\(?\b\d{4}(\s*\/\s*\d{2,4})?\b\)?/g, '')
    .replace(/\s*[-–]?\s*\(?(Niedersachsen|Deutschland)\)?/gi, '')
    .trim();
  return (bare === '' ? name.trim() : bare).slice(0, 80);
}
