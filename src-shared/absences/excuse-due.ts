import type { SchoolSettings } from '../school/settings.ts';
import type { Row } from '../tables/registry.ts';
import { addDays, type Day } from '../values/day.ts';
import { type FreePeriod, lastOfSchoolDays } from '../values/school-calendar.ts';

type Excusable = Pick<
  Row<'absence'>,
  'untilDay' | 'excuse' | 'excuseExpected' | 'writtenExcuseOn' | 'certificateSeenOn' | 'withdrawn'
>;

/**
 * The last day on which the expected paper is in time: so many school days after the absence as the school
 * has set (three where it follows the usual practice). Null while nothing is expected, or the end is open.
 */
export function excuseDueOn(
  absence: Excusable,
  settings: Pick<SchoolSettings, 'writtenExcuseWithinDays'>,
  periods: readonly FreePeriod[],
): Day | null {
  if (absence.untilDay === null || absence.withdrawn === 1 || absence.excuse !== 'open') return null;
  const missing =
    absence.excuseExpected === 'certificate'
      ? absence.certificateSeenOn === null
      : absence.excuseExpected === 'written' && absence.writtenExcuseOn === null;
  if (!missing) return null;
  return lastOfSchoolDays(addDays(absence.untilDay, 1), settings.writtenExcuseWithinDays, periods);
}

/** True when the written excuse or certificate should be here by now. */
export function isExcuseOverdue(
  absence: Excusable,
  settings: Pick<SchoolSettings, 'writtenExcuseWithinDays'>,
  periods: readonly FreePeriod[],
  today: Day,
): boolean {
  const due = excuseDueOn(absence, settings, periods);
  return due !== null && due < today;
}
