import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { addDays, type Day, mondayOf } from '../../../src-shared/values/day.ts';
import { type FreePeriod, schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { absenceRate, readAbsentDays } from './absence-rate.ts';
import { groupedBy } from './grouped.ts';
import { type NamedStudent, readAllStudents, readClasses, readStaffNames, shown } from './people.ts';
import { requestedLeaves } from './requested-leaves.ts';
import type { Viewpoint } from './viewpoint.ts';

type TodayPrincipal = OperationResult<'today.principal'>;

const WEEKS = 6;
/** The same week a year ago: 52 weeks earlier it is a Monday again. */
const DAYS_PER_YEAR = 364;

/** Heute for the head: absence rates, and the decisions that wait for her. */
export async function todayPrincipal(db: DomainReader, viewpoint: Viewpoint): Promise<TodayPrincipal> {
  const { day } = viewpoint;
  const students = await readAllStudents(db, day);
  const byId = new Map(students.map((student) => [student.studentId, student]));
  return {
    ...(await absenceRates(db, day, students)),
    concerns: await openConcerns(db, byId),
    leaves: await requestedLeaves(db, viewpoint, byId),
    notifiable: await dueNotices(db, byId),
  };
}

async function absenceRates(
  db: DomainReader,
  day: Day,
  students: readonly NamedStudent[],
): Promise<Pick<TodayPrincipal, 'weeks' | 'classRates'>> {
  const periods = await readFreePeriods(db);
  const mondays = Array.from({ length: WEEKS }, (_, week) => addDays(mondayOf(day), 7 * (week + 1 - WEEKS)));
  const weekOf = (monday: Day, last: Day) => schoolDaysUntil(monday, last, periods);
  const now = mondays.map((monday) => weekOf(monday, day));
  const then = mondays.map((monday) => weekOf(addDays(monday, -DAYS_PER_YEAR), day));
  const absentNow = await readAbsentDays(db, now.flat());
  const absentThen = await readAbsentDays(db, then.flat());
  const keptSince = await firstAbsenceDay(db);
  // Before anything was kept nobody was absent on paper; that is no rate of zero.
  const wasKept = (monday: Day) => keptSince !== null && keptSince <= addDays(monday, -DAYS_PER_YEAR);
  const ids = students.map((student) => student.studentId);
  const byClass = groupedBy(students, (student) => student.classId ?? '');
  const classes = await readClasses(db, day);
  return {
    weeks: mondays.map((monday, week) => ({
      monday,
      rate: absenceRate(absentNow, ids, now[week] ?? []),
      rateLastYear: wasKept(monday) ? absenceRate(absentThen, ids, then[week] ?? []) : null,
    })),
    classRates: classes.flatMap(({ classId, name }) => {
      const own = (byClass.get(classId) ?? []).map((student) => student.studentId);
      const rate = absenceRate(absentNow, own, now.flat());
      return rate === null ? [] : [{ classId, name, rate }];
    }),
  };
}

async function firstAbsenceDay(db: DomainReader): Promise<Day | null> {
  const first = await db
    .selectFrom('absence')
    .select('fromDay')
    .orderBy('fromDay')
    .limit(1)
    .executeTakeFirst();
  return first?.fromDay ?? null;
}

/** School days of a week, none after the last day that has begun. */
function schoolDaysUntil(monday: Day, last: Day, periods: readonly FreePeriod[]): Day[] {
  const friday = addDays(monday, 4);
  return schoolDaysIn(monday, friday < last ? friday : last, periods);
}

type Students = ReadonlyMap<string, NamedStudent>;

async function openConcerns(db: DomainReader, students: Students): Promise<TodayPrincipal['concerns']> {
  const rows = await db.selectFrom('caseConcern').selectAll().where('decision', 'is', null).execute();
  if (rows.length === 0) return [];
  const staffName = await readStaffNames(db);
  return rows
    .sort((left, right) => (left.at < right.at ? -1 : 1))
    .flatMap(({ id, studentId, factor, note, at, staffId }) => {
      const student = students.get(studentId);
      return student
        ? [{ concernId: id, ...shown(student), factor, note, at, staffName: staffName(staffId) }]
        : [];
    });
}

/** Notifiable illnesses of which the health office has not been told (§ 34 Abs. 6 IfSG). */
async function dueNotices(db: DomainReader, students: Students): Promise<TodayPrincipal['notifiable']> {
  const rows = await db
    .selectFrom('absenceNotifiable')
    .innerJoin('absence', 'absence.id', 'absenceNotifiable.id')
    .select(['absenceNotifiable.id', 'absenceNotifiable.studentId', 'illness', 'notedAt'])
    .where('absenceNotifiable.healthOfficeNotifiedAt', 'is', null)
    .where('absence.withdrawn', '=', 0)
    .orderBy('notedAt')
    .execute();
  return rows.flatMap(({ id, studentId, illness, notedAt }) => {
    const student = students.get(studentId);
    return student ? [{ absenceId: id, ...shown(student), illness, notedAt }] : [];
  });
}
