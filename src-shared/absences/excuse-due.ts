import type { SchoolSettings } from '../school/settings.ts';
import type { Row } from '../tables/registry.ts';
import { addDays, type Day } from '../values/day.ts';
import { type FreePeriod, lastOfSchoolDays } from '../values/school-calendar.ts';

type Excusable = Pick<
  Row<'absence'>,
  'untilDay' | 'excuse' | 'excuseExpected' | 'writtenExcuseOn' | 'certificateSeenOn' | 'withdrawn'
>;

/**
 * The last day on which paper about an absence that ended on `lastDay` is in time: so many school days later
 * as the school has set (three where it follows the usual practice).
 */
export function excuseDueAfter(
  lastDay: Day,
  settings: Pick<SchoolSettings, 'writtenExcuseWithinDays'>,
  periods: readonly FreePeriod[],
): Day {
  return lastOfSchoolDays(addDays(lastDay, 1), settings.writtenExcuseWithinDays, periods);
}

/**
 * True when the written excuse or certificate should be here by now; never while the end is open.
 * @param dueAfter {@link excuseDueAfter}; whoever looks at many absences remembers its answers
 */
export function isExcuseOverdue(absence: Excusable, dueAfter: (lastDay: Day) => Day, today: Day): boolean {
  const { untilDay } = absence;
  return untilDay !== null && untilDay < today && isPaperMissing(absence) && dueAfter(untilDay) < today;
}

function isPaperMissing(absence: Excusable): boolean {
  if (absence.withdrawn === 1 || absence.excuse !== 'open') return false;
  return absence.excuseExpected === 'certificate'
    ? absence.certificateSeenOn === null
    : absence.excuseExpected === 'written' && absence.writtenExcuseOn === null;
}
