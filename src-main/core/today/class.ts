import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { presenceOf } from '../../../src-shared/today/presence.ts';
import { knownAbsence } from './absent-students.ts';
import { dayHead } from './day-head.ts';
import { type OwnClass, ownClasses } from './own-classes.ts';
import { type ClassName, type NamedStudent, readAllStudents, readClasses, readStaffNames } from './people.ts';
import { childDay, readDay, type SchoolDay } from './read-day.ts';
import { requestedLeaves } from './requested-leaves.ts';
import { readRollCalls, rollCallState } from './roll-calls.ts';
import type { Viewpoint } from './viewpoint.ts';

type TodayClass = OperationResult<'today.class'>;

/**
 * A class in the morning.
 * @param classId any class of the school; null: the person's own one, or the first of several
 */
export async function todayClass(
  db: DomainReader,
  viewpoint: Viewpoint,
  classId: string | null,
): Promise<TodayClass> {
  const own = await ownClasses(db, viewpoint);
  const shownClass = await chooseClass(db, viewpoint, own, classId);
  const students = shownClass ? await readAllStudents(db, viewpoint.day, shownClass.classId) : [];
  const day = await readDay(
    db,
    viewpoint,
    viewpoint.day,
    students.map((student) => student.studentId),
  );
  const rollCalls = await readRollCalls(db, viewpoint.day);
  const staffName = await readStaffNames(db);
  const byId = new Map(students.map((student) => [student.studentId, student]));
  const mayReport = own.some((one) => one.classId === shownClass?.classId);
  return {
    ...dayHead(day),
    schoolClass: shownClass ? { classId: shownClass.classId, name: shownClass.name } : null,
    classes: own.map(({ classId: id, name, substitute }) => ({ classId: id, name, substitute })),
    mayReport,
    ...rollCallState(shownClass?.classId, rollCalls, {
      morning: day.morning,
      students: students.length,
      staffName,
    }),
    lines: students.map((student) => rollCallLine(day, student, mayReport)),
    leaves: mayReport ? await requestedLeaves(db, viewpoint, byId) : [],
  };
}

async function chooseClass(
  db: DomainReader,
  { day }: Viewpoint,
  own: readonly OwnClass[],
  classId: string | null,
): Promise<ClassName | undefined> {
  if (classId === null) return own[0];
  return (await readClasses(db, day)).find((one) => one.classId === classId);
}

function rollCallLine(
  day: SchoolDay,
  student: NamedStudent,
  mayKnowReasons: boolean,
): TodayClass['lines'][number] {
  const { studentId, givenName, familyName } = student;
  const mark = day.marks.get(studentId);
  const { state, toCheck } = presenceOf(childDay(day, studentId), day.morning);
  const known = knownAbsence(day, studentId, toCheck);
  return {
    studentId,
    givenName,
    familyName,
    mark: mark?.state ?? null,
    minutesLate: mark?.minutesLate ?? null,
    absence: known
      ? {
          span: known.span,
          atTime: known.atTime,
          untilDay: known.untilDay,
          reason: mayKnowReasons ? known.reason : null,
          excuse: mayKnowReasons ? known.excuse : null,
          toCheck: known.toCheck,
        }
      : null,
    unexplained: state === 'unexplained',
  };
}
