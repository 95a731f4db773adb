import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import type { AbsenceReason } from '../../src-shared/absences/words.ts';
import { absenceReasons, type Excuse, excuses } from '../../src-shared/absences/words.ts';
import { addDays, type Day, isDay, mondayOf, weekday } from '../../src-shared/values/day.ts';

/** What the address says about the list of absences. Nothing in it names a child. */
export interface AbsenceFilters {
  readonly view: 'day' | 'week';
  /** The day shown, or a day of the week shown. */
  readonly day: Day;
  readonly classId: string | null;
  readonly reason: AbsenceReason | null;
  readonly excuse: Excuse | null;
  readonly onlyOverdue: boolean;
  readonly withWithdrawn: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; whatever it does not say rightly is as if it said nothing. */
export function filtersOf(params: Readonly<Record<string, string>>, today: Day): AbsenceFilters {
  const day = params.day;
  const classId = params.class;
  return {
    view: params.view === 'week' ? 'week' : 'day',
    day: day !== undefined && isDay(day) ? day : today,
    classId: classId !== undefined && UUID.test(classId) ? classId : null,
    reason: absenceReasons.find((reason) => reason === params.reason) ?? null,
    excuse: excuses.find((excuse) => excuse === params.excuse) ?? null,
    onlyOverdue: params.overdue === '1',
    withWithdrawn: params.withdrawn === '1',
  };
}

/** What the address keeps of the filters; null is left out of it. */
export function paramsOf(filters: Partial<AbsenceFilters>, today: Day): Record<string, string | null> {
  const params: Record<string, string | null> = {};
  if (filters.view !== undefined) params.view = filters.view === 'week' ? 'week' : null;
  if (filters.day !== undefined) params.day = filters.day === today ? null : filters.day;
  if (filters.classId !== undefined) params.class = filters.classId;
  if (filters.reason !== undefined) params.reason = filters.reason;
  if (filters.excuse !== undefined) params.excuse = filters.excuse;
  if (filters.onlyOverdue !== undefined) params.overdue = filters.onlyOverdue ? '1' : null;
  if (filters.withWithdrawn !== undefined) params.withdrawn = filters.withWithdrawn ? '1' : null;
  return params;
}

/** No filter narrows or widens the list. */
export const noFilters = {
  classId: null,
  reason: null,
  excuse: null,
  onlyOverdue: false,
  withWithdrawn: false,
} as const satisfies Partial<AbsenceFilters>;

/** How many filters are set. */
export function countFilters(filters: AbsenceFilters): number {
  const { classId, reason, excuse, onlyOverdue, withWithdrawn } = filters;
  return [classId, reason, excuse, onlyOverdue || null, withWithdrawn || null].filter((set) => set !== null)
    .length;
}

/** Monday to Sunday of a day's week. */
export function weekOf(day: Day): { fromDay: Day; untilDay: Day } {
  const fromDay = mondayOf(day);
  return { fromDay, untilDay: addDays(fromDay, 6) };
}

/** The next or previous day or week. Weekends are stepped over: nobody is absent on them. */
export function step({ view, day }: AbsenceFilters, by: 1 | -1): Day {
  if (view === 'week') return addDays(mondayOf(day), 7 * by);
  let next = addDays(day, by);
  while (weekday(next) > 5) next = addDays(next, by);
  return next;
}

/** True when the absence covers the day. */
export function covers({ fromDay, untilDay }: Pick<AbsenceLine, 'fromDay' | 'untilDay'>, day: Day): boolean {
  return fromDay <= day && (untilDay === null || day <= untilDay);
}

/** How many children are away on a day; withdrawn absences do not count, and a child counts once. */
export function childrenAway(lines: readonly AbsenceLine[], day: Day): number {
  const away = lines.filter((line) => !line.withdrawn && covers(line, day));
  return new Set(away.map((line) => line.studentId)).size;
}
