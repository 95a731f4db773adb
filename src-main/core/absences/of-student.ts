import { countAbsenceDays } from '../../../src-shared/absences/absence-days.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { schoolYearOf } from '../../../src-shared/values/school-year.ts';
import { readStudents, shown } from '../today/people.ts';
import { absenceLines, selectAbsences } from './absence-lines.ts';
import { readTardiness } from './tardiness.ts';

type OfStudent = NonNullable<OperationResult<'absences.ofStudent'>>;

/** A child's current school year; null for a child who is unknown or has left. */
export async function absencesOfStudent(
  db: DomainReader,
  today: Day,
  studentId: string,
): Promise<OfStudent | null> {
  const student = (await readStudents(db, [studentId], today)).get(studentId);
  if (!student) return null;
  const { fromDay, untilDay } = schoolYearOf(today);
  const rows = await selectAbsences(db)
    .where('absence.studentId', '=', studentId)
    .where('absence.fromDay', '<=', untilDay)
    .where((where) =>
      where.or([where('absence.untilDay', '>=', fromDay), where('absence.untilDay', 'is', null)]),
    )
    .where('absence.withdrawn', '=', 0)
    .orderBy('absence.fromDay', 'desc')
    .orderBy('absence.recordedAt', 'desc')
    .execute();
  const schoolDays = schoolDaysIn(fromDay, today, await readFreePeriods(db));
  return {
    ...shown(student),
    ...countAbsenceDays(rows, schoolDays),
    tardiness: await readTardiness(db, studentId, fromDay, rows),
    leaveRequests: await readLeaves(db, studentId, fromDay),
    certificateDuties: await readDuties(db, studentId, fromDay),
    lines: await absenceLines(db, rows, today),
  };
}

async function readLeaves(
  db: DomainReader,
  studentId: string,
  fromDay: Day,
): Promise<OfStudent['leaveRequests']> {
  return db
    .selectFrom('leaveRequest')
    .select(['id as requestId', 'fromDay', 'untilDay', 'purpose', 'state'])
    .where('studentId', '=', studentId)
    .where('untilDay', '>=', fromDay)
    .orderBy('fromDay', 'desc')
    .execute();
}

async function readDuties(
  db: DomainReader,
  studentId: string,
  fromDay: Day,
): Promise<OfStudent['certificateDuties']> {
  return db
    .selectFrom('certificateDuty')
    .select(['id as dutyId', 'fromDay', 'untilDay'])
    .where('studentId', '=', studentId)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', fromDay)]))
    .orderBy('fromDay', 'desc')
    .execute();
}
