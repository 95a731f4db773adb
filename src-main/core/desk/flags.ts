import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolDayBefore } from '../../../src-shared/values/school-calendar.ts';
import { among } from '../today/among.ts';
import { type AwayRow, readAbsencesOn } from '../today/day-rows.ts';

/** Absences by illness on the school day before, by child: "am letzten Schultag auch krank". */
export async function readDayBefore(
  db: DomainReader,
  studentIds: readonly string[],
  day: Day,
): Promise<Map<string, AwayRow>> {
  const before = schoolDayBefore(day, await readFreePeriods(db));
  const rows = await readAbsencesOn(db, before, studentIds);
  return new Map(rows.filter((row) => row.reason === 'illness').map((row) => [row.studentId, row]));
}

/** Certificate duties that hold on the day, by child. */
export async function readDutiesOn(
  db: DomainReader,
  studentIds: readonly string[],
  day: Day,
): Promise<Map<string, Row<'certificateDuty'>>> {
  const rows = await db
    .selectFrom('certificateDuty')
    .selectAll()
    .where(among('studentId', studentIds))
    .where('fromDay', '<=', day)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', day)]))
    .execute();
  return new Map(rows.map((row) => [row.studentId, row]));
}
