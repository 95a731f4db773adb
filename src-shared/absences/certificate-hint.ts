import type { SchoolSettings } from '../school/settings.ts';
import type { Row } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';
import { type FreePeriod, lastOfSchoolDays } from '../values/school-calendar.ts';

type Illness = Pick<
  Row<'absence'>,
  'fromDay' | 'untilDay' | 'reason' | 'span' | 'excuseExpected' | 'certificateSeenOn' | 'withdrawn'
>;

/**
 * The day on which an illness that began on `firstDay` has lasted so long that the school usually asks for a
 * certificate (setting `certificateFromDay`, mostly the fourth school day).
 */
export function certificateDayOf(
  firstDay: Day,
  settings: Pick<SchoolSettings, 'certificateFromDay'>,
  periods: readonly FreePeriod[],
): Day {
  return lastOfSchoolDays(firstDay, settings.certificateFromDay, periods);
}

/**
 * The school day from which the school usually asks for a certificate: a hint, not a duty. Null while the illness
 * does not last so long, or where nothing is left to be asked for: a certificate has been seen, or one is expected
 * from the first day anyway.
 * @param dayOf {@link certificateDayOf}; whoever looks at many absences remembers its answers
 */
export function certificateFrom(absence: Illness, dayOf: (firstDay: Day) => Day): Day | null {
  if (absence.withdrawn === 1 || absence.reason !== 'illness' || absence.span !== 'wholeDay') return null;
  if (absence.certificateSeenOn !== null || absence.excuseExpected === 'certificate') return null;
  const day = dayOf(absence.fromDay);
  return absence.untilDay === null || absence.untilDay >= day ? day : null;
}
