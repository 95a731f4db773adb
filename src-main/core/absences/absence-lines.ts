import { certificateDayOf, certificateFrom } from '../../../src-shared/absences/certificate-hint.ts';
import type { AbsenceLine } from '../../../src-shared/absences/contract.ts';
import { excuseDueAfter, isExcuseOverdue } from '../../../src-shared/absences/excuse-due.ts';
import { readFreePeriods, readSettings } from '../../../src-shared/school/settings.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { instantAt } from '../../../src-shared/values/school-clock.ts';
import { among } from '../today/among.ts';
import { unindexed } from '../today/unindexed.ts';

/** An absence with its child's name and class. */
export type AbsenceWithChild = Row<'absence'> & {
  readonly givenName: string;
  readonly familyName: string;
  readonly className: string | null;
};

/**
 * Absences with the names of their children, and the class these were in on the first day; add conditions, then pass the
 * rows to {@link absenceLines}. Says in SQL what `classOnDay` says of one child.
 */
export function selectAbsences(db: DomainReader) {
  return db
    .selectFrom('absence')
    .innerJoin('student', 'student.id', 'absence.studentId')
    .leftJoin('schoolClass', (join) =>
      join.on((where) =>
        where(
          'schoolClass.id',
          '=',
          where.fn.coalesce(
            where
              .selectFrom('classMove')
              .select('classMove.fromClassId')
              .whereRef('classMove.studentId', '=', 'absence.studentId')
              .whereRef('classMove.firstDay', '>', 'absence.fromDay')
              .orderBy('classMove.firstDay')
              .orderBy('classMove.at')
              .limit(1),
            'student.classId',
          ),
        ),
      ),
    )
    .selectAll('absence')
    .select(['student.givenName', 'student.familyName', 'schoolClass.name as className']);
}

/** What every list of absences shows; reads what stands beside them, once for all. */
export async function absenceLines(
  db: DomainReader,
  absences: readonly AbsenceWithChild[],
  today: Day,
): Promise<AbsenceLine[]> {
  const ids = absences.map((absence) => absence.id);
  const reports = await readReports(db, ids);
  const notifiable = await readNotifiable(db, ids);
  const settings = await readSettings(db);
  const periods = await readFreePeriods(db);
  const schoolDays = remembering((first: Day, last: Day) => schoolDaysIn(first, last, periods).length);
  const dueAfter = remembering((lastDay: Day) => excuseDueAfter(lastDay, settings, periods));
  const certificateDay = remembering((firstDay: Day) => certificateDayOf(firstDay, settings, periods));
  // The instant until which guardians are asked to report for a day.
  const cutoff = remembering((day: Day) => instantAt(day, settings.reportCutoff, settings.timeZone));
  return absences.map((absence) => ({
    ...ownColumns(absence),
    absenceId: absence.id,
    studentId: absence.studentId,
    givenName: absence.givenName,
    familyName: absence.familyName,
    className: absence.className ?? '',
    schoolDays: absence.untilDay === null ? null : schoolDays(absence.fromDay, absence.untilDay),
    excuseOverdue: isExcuseOverdue(absence, dueAfter, today),
    certificateFrom: certificateFrom(absence, certificateDay),
    reportedLate: (reports.get(absence.id)?.first ?? '') > cutoff(absence.fromDay),
    withdrawn: absence.withdrawn === 1,
    notifiable: notifiable.has(absence.id),
    reports: reports.get(absence.id)?.count ?? 0,
  }));
}

function ownColumns(absence: AbsenceWithChild) {
  const { fromDay, untilDay, reason, span, atTime, fromLesson, untilLesson, remark, recordedAt } = absence;
  const { excuse, excuseExpected, writtenExcuseOn, certificateSeenOn } = absence;
  const days = { fromDay, untilDay, reason, span, atTime, fromLesson, untilLesson, remark, recordedAt };
  return { ...days, excuse, excuseExpected, writtenExcuseOn, certificateSeenOn };
}

/** Reports that an absence rests on, and when the first came; rejected and withdrawn ones do not count. */
async function readReports(
  db: DomainReader,
  ids: readonly string[],
): Promise<Map<string, { count: number; first: string }>> {
  const rows = await db
    .selectFrom('absenceReport')
    .select('absenceId')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('takenAt').as('first')])
    .where(among('absenceId', ids))
    .where(unindexed('state'), '=', 'accepted')
    .groupBy('absenceId')
    .execute();
  return new Map(rows.map((row) => [row.absenceId ?? '', { count: Number(row.count), first: row.first }]));
}

async function readNotifiable(db: DomainReader, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.selectFrom('absenceNotifiable').select('id').where(among('id', ids)).execute();
  return new Set(rows.map((row) => row.id));
}

/** Most absences of a year share their few hundred days and ranges of days. */
function remembering<Days extends Day[], T>(answer: (...days: Days) => T): (...days: Days) => T {
  const known = new Map<string, T>();
  return (...days) => {
    const key = days.join('/');
    const found = known.get(key) ?? answer(...days);
    known.set(key, found);
    return found;
  };
}
