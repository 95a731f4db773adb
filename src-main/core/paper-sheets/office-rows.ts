import type { OfficeListRow } from '../../../src-shared/paper/daily-sheets.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { isAway, type Presence, presenceOf } from '../../../src-shared/today/presence.ts';
import type { AwayRow } from '../today/day-rows.ts';
import type { NamedStudent } from '../today/people.ts';
import { childDay, type SchoolDay } from '../today/read-day.ts';

/** Numbers to call back, by absence. */
export type Callbacks = ReadonlyMap<string, string>;

/** What the daily list says of one child; nothing of a child who is simply there, or whose case is open. */
export function officeRows(day: SchoolDay, student: NamedStudent, callbacks: Callbacks): OfficeListRow[] {
  const child = childDay(day, student.studentId);
  const presence = presenceOf(child, day.morning);
  if (presence.state === 'unexplained') return [];
  const absences = day.away.get(student.studentId) ?? [];
  const seen = child.mark !== null && child.mark.state !== 'missing';
  const still = seen ? absences.filter(isLaterInTheDay) : absences;
  const rows = still.map((absence) => absenceRow(student, absence, callbacks.get(absence.id) ?? null));
  if (child.mark?.state === 'late') rows.unshift(lateRow(day, student));
  if (rows.length > 0 || seen) return rows;
  const report = presence.toCheck ? waitingReport(day, student.studentId) : undefined;
  if (report) return [reportRow(student, report)];
  return isAway(presence) ? [toldByPhone(day, student, presence)] : [];
}

/** A child who was seen in the morning contradicts an absence of the first lesson, not one of later ones. */
function isLaterInTheDay({ span, fromLesson }: AwayRow): boolean {
  return span === 'leavesEarly' || (span === 'lessons' && (fromLesson ?? 1) > 1);
}

function rowOf(student: NamedStudent): Omit<OfficeListRow, 'span' | 'untilDay'> {
  return {
    className: student.className,
    givenName: student.givenName,
    familyName: student.familyName,
    atTime: null,
    fromLesson: null,
    untilLesson: null,
    reason: null,
    excuse: 'open',
    excuseExpected: 'none',
    callbackNumber: null,
    remark: null,
    toReview: false,
  };
}

function absenceRow(student: NamedStudent, absence: AwayRow, callbackNumber: string | null): OfficeListRow {
  const { span, atTime, fromLesson, untilLesson, untilDay, reason, remark } = absence;
  const { excuse, excuseExpected } = absence;
  return {
    ...rowOf(student),
    ...{ span, atTime, fromLesson, untilLesson, untilDay, reason, remark, callbackNumber },
    excuse: excuse ?? 'open',
    excuseExpected: excuseExpected ?? 'none',
  };
}

function lateRow(day: SchoolDay, student: NamedStudent): OfficeListRow {
  const onlyArrival = { ...childDay(day, student.studentId), away: [], earlyPickupAt: null };
  const { atTime } = presenceOf(onlyArrival, day.morning);
  return { ...rowOf(student), span: 'late', atTime, untilDay: day.morning.day };
}

function waitingReport(day: SchoolDay, studentId: string): Row<'absenceReport'> | undefined {
  const { day: today } = day.morning;
  return day.waiting.find(
    (report) =>
      report.studentId === studentId &&
      report.fromDay <= today &&
      (report.untilDay === null || report.untilDay >= today),
  );
}

function reportRow(student: NamedStudent, report: Row<'absenceReport'>): OfficeListRow {
  const { span, atTime, untilDay, reason, remark, callbackNumber } = report;
  return { ...rowOf(student), span, atTime, untilDay, reason, remark, callbackNumber, toReview: true };
}

/** Found by a call, without an absence: on the way, or accounted for otherwise. */
function toldByPhone(day: SchoolDay, student: NamedStudent, { state, atTime }: Presence): OfficeListRow {
  const span = state === 'comesLater' ? 'arrivesLate' : 'missing';
  return { ...rowOf(student), span, atTime, untilDay: day.morning.day };
}
