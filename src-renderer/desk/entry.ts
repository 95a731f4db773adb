import { type AbsenceSpan, excuseExpectations, type ReportChannel } from '../../src-shared/absences/words.ts';
import { type CallDraft, callDraftSchema } from '../../src-shared/calls/draft.ts';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import type { Day } from '../../src-shared/values/day.ts';

export type DeskStudent = NonNullable<OperationResult<'desk.student'>>;
export type DeskHit = OperationResult<'desk.searchStudents'>['hits'][number];
export type DeskGuardian = DeskStudent['guardians'][number];

/** A new call: ill, today, the whole day, by phone. */
export function emptyEntry(query = ''): CallDraft {
  return callDraftSchema.parse({ query });
}

/** True when nothing is in it that would be missed. */
export function isEmpty(entry: CallDraft): boolean {
  return (
    entry.studentId === null && [entry.query, entry.remark, entry.note].every((text) => text.trim() === '')
  );
}

/** Takes a child; the caller is the guardian that was found by name or number, else the first one. */
export function chooseStudent(
  entry: CallDraft,
  hit: Pick<DeskHit, 'studentId'> & { guardianId?: string | null },
): CallDraft {
  return {
    ...entry,
    studentId: hit.studentId,
    guardianId: hit.guardianId ?? null,
    siblingIds: [],
    notifiable: null,
  };
}

/** Back to the search: the child is let go, what was chosen stays. */
export function letStudentGo(entry: CallDraft): CallDraft {
  return { ...entry, studentId: null, guardianId: null, siblingIds: [] };
}

/** The guardian who calls: the one chosen, else the first to be called who is not blocked. */
export function callerOf(entry: CallDraft, student: DeskStudent): DeskGuardian | undefined {
  const chosen = student.guardians.find((guardian) => guardian.guardianId === entry.guardianId);
  return chosen ?? student.guardians.find((guardian) => !guardian.blocked) ?? student.guardians[0];
}

/** The next guardian in contact order, round and round. */
export function nextCaller(entry: CallDraft, student: DeskStudent): CallDraft {
  const present = callerOf(entry, student);
  const index = present ? student.guardians.indexOf(present) : -1;
  const next = student.guardians[(index + 1) % Math.max(1, student.guardians.length)];
  return { ...entry, guardianId: next?.guardianId ?? null };
}

/** First day: what was said, else the first school day from today on. */
export function firstDay(entry: CallDraft, student: DeskStudent): Day {
  return entry.fromDay ?? student.schoolDays[0] ?? '';
}

/** Last day; null until further notice. */
export function lastDay(entry: CallDraft, student: DeskStudent): Day | null {
  if (entry.openEnded) return null;
  const from = firstDay(entry, student);
  return entry.untilDay !== null && entry.untilDay >= from ? entry.untilDay : from;
}

/** The school day from which this illness needs a certificate, if it is said to last so long and none is due anyway. */
export function certificateDay(entry: CallDraft, student: DeskStudent): Day | null {
  if (entry.reason !== 'illness' || entry.span !== 'wholeDay' || student.certificateDuty) return null;
  const from = firstDay(entry, student);
  const day = student.schoolDays.filter((one) => one >= from)[student.certificateFromDay - 1];
  const until = lastDay(entry, student);
  return day !== undefined && (until === null || until >= day) ? day : null;
}

/** The last of `count` school days from the first day on. */
export function untilSchoolDays(entry: CallDraft, student: DeskStudent, count: number): CallDraft {
  const from = firstDay(entry, student);
  const days = student.schoolDays.filter((day) => day >= from);
  return { ...entry, openEnded: false, untilDay: days[count - 1] ?? days.at(-1) ?? from };
}

const noTime = { atTime: null, fromLesson: null, untilLesson: null } as const;

/** A part of the day, or the whole day again when the same part is chosen twice. */
export function chooseSpan(entry: CallDraft, span: AbsenceSpan): CallDraft {
  return entry.span === span
    ? { ...entry, span: 'wholeDay', ...noTime }
    : { ...entry, span, ...noTime, openEnded: false };
}

/** The next sibling who is not yet added; those who are absent already are passed over. */
export function addSibling(entry: CallDraft, student: DeskStudent): CallDraft {
  const next = student.siblings.find(
    (sibling) => !sibling.alreadyAbsent && !entry.siblingIds.includes(sibling.studentId),
  );
  return next ? { ...entry, siblingIds: [...entry.siblingIds, next.studentId] } : entry;
}

/** Adds or takes away one sibling. */
export function toggleSibling(entry: CallDraft, studentId: string): CallDraft {
  const present = entry.siblingIds.includes(studentId);
  return {
    ...entry,
    siblingIds: present
      ? entry.siblingIds.filter((id) => id !== studentId)
      : [...entry.siblingIds, studentId],
  };
}

/** How office reports come in, in the order in which the key goes through them. */
export const deskChannels: readonly ReportChannel[] = [
  'phone',
  'inPerson',
  'paper',
  'email',
  'answeringMachine',
  'teacher',
];

/** The next way of reporting, round and round. */
export function nextChannel(entry: CallDraft): CallDraft {
  const index = deskChannels.indexOf(entry.channel);
  return { ...entry, channel: deskChannels[(index + 1) % deskChannels.length] ?? 'phone' };
}

/** What paper is asked for: none, in writing, a certificate, and round again. */
export function nextExcuse(entry: CallDraft): CallDraft {
  const index = excuseExpectations.indexOf(entry.excuseExpected);
  return { ...entry, excuseExpected: excuseExpectations[(index + 1) % excuseExpectations.length] ?? 'none' };
}
