import type { z } from 'zod';
import type { AbsenceSpan } from '../../../src-shared/absences/words.ts';
import type { absentStudent } from '../../../src-shared/today/contract.ts';
import { isAway, type Presence, presenceOf } from '../../../src-shared/today/presence.ts';
import { compareByClass, type NamedStudent, shown } from './people.ts';
import { childDay, type SchoolDay } from './read-day.ts';

type AbsentStudent = z.output<typeof absentStudent>;

/** Who is not in the building, by class and name. Counting these is the only way to a number of the absent. */
export function absentStudents(
  day: SchoolDay,
  students: ReadonlyMap<string, NamedStudent>,
): { student: NamedStudent; view: AbsentStudent }[] {
  const absent = [...day.children].flatMap(([studentId, child]) => {
    const presence = presenceOf(child, day.morning);
    const student = students.get(studentId);
    return student && isAway(presence) ? [{ student, view: absentView(day, student, presence) }] : [];
  });
  return absent.sort((left, right) => compareByClass(left.student, right.student));
}

/** Of several absences of a day the one is shown that takes most of it. */
const weight: Readonly<Record<AbsenceSpan, number>> = {
  wholeDay: 0,
  arrivesLate: 1,
  lessons: 2,
  leavesEarly: 3,
};

/** What is known about a child's absence on the day: the absence, else the report that waits. */
export function knownAbsence(day: SchoolDay, studentId: string, toCheck: boolean) {
  const [absence] = [...(day.away.get(studentId) ?? [])].sort(
    (left, right) => weight[left.span] - weight[right.span],
  );
  if (absence && !toCheck) return { ...absence, toCheck: false };
  const covers = (report: { fromDay: string; untilDay: string | null }) =>
    report.fromDay <= day.morning.day && (report.untilDay === null || report.untilDay >= day.morning.day);
  const report = day.waiting.find((one) => one.studentId === studentId && covers(one));
  return report ? { ...report, excuse: null, toCheck: true } : undefined;
}

function absentView(day: SchoolDay, student: NamedStudent, presence: Presence): AbsentStudent {
  const { state, atTime, toCheck } = presence;
  const unexplained = state === 'unexplained' && childDay(day, student.studentId).away.length === 0;
  const known = unexplained ? undefined : knownAbsence(day, student.studentId, toCheck);
  return {
    ...shown(student),
    state: state === 'comesLater' || state === 'unexplained' ? state : 'reported',
    span: known?.span ?? null,
    atTime,
    untilDay: known?.untilDay ?? null,
    reason: known?.reason ?? null,
    toCheck,
  };
}
