import { openCases } from '../../../src-shared/cases/open-cases.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { stands } from '../../../src-shared/roll-call/standing.ts';
import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import { MORNING_SCHOOL_DAYS } from '../../../src-shared/sync/first-pull-steps.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { type FreePeriod, schoolDayBefore } from '../../../src-shared/values/school-calendar.ts';
import { groupedBy } from '../today/grouped.ts';
import { readStaffNames, readStudents, shown } from '../today/people.ts';
import { readDay } from '../today/read-day.ts';
import type { Viewpoint } from '../today/viewpoint.ts';

type EarlierCases = OperationResult<'cases.earlier'>['cases'];

/**
 * Cases of earlier school days that are open to this day: at midnight a child's absence does not explain itself.
 * A day is read only for the children who were marked missing on it.
 */
export async function readEarlierCases(db: DomainReader, viewpoint: Viewpoint): Promise<EarlierCases> {
  const days = daysBefore(viewpoint.day, await readFreePeriods(db));
  const marks = await db
    .selectFrom('rollCallMark')
    .select(['studentId', 'day', 'retractedAt'])
    .where('day', 'in', days)
    .where('state', '=', 'missing')
    .execute();
  const byDay = groupedBy(marks.filter(stands), (mark) => mark.day);
  const cases: EarlierCases = [];
  for (const day of days) {
    const ids = [...new Set(byDay.get(day)?.map((mark) => mark.studentId))];
    if (ids.length > 0) cases.push(...(await casesOf(db, viewpoint, day, ids)));
  }
  return cases;
}

async function casesOf(
  db: DomainReader,
  viewpoint: Viewpoint,
  day: Day,
  ids: readonly string[],
): Promise<EarlierCases> {
  const read = await readDay(db, viewpoint, day, ids);
  const open = openCases(read.children, read.morning).filter((one) => !one.waitingReport);
  const students = await readStudents(
    db,
    open.map(({ studentId }) => studentId),
    viewpoint.day,
  );
  const staffName = await readStaffNames(db);
  return open.flatMap(({ studentId }) => {
    const student = students.get(studentId);
    if (!student) return [];
    const attempts = (read.attempts.get(studentId) ?? []).filter(stands).length;
    return [
      { ...shown(student), day, markedBy: staffName(read.marks.get(studentId)?.staffId ?? null), attempts },
    ];
  });
}

function daysBefore(today: Day, periods: readonly FreePeriod[]): Day[] {
  const days: Day[] = [];
  for (let day = today; days.length < MORNING_SCHOOL_DAYS; days.push(day))
    day = schoolDayBefore(day, periods);
  return days;
}
