import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { CommandArgs } from '../../src-shared/contract/commands.ts';
import { callerOf, type DeskStudent, firstDay, lastDay } from './entry.ts';

/** One `absences.record`. */
export type Recording = CommandArgs<'absences.record'>;

/** Ids of one child's report; kept until it is saved, so that a second try is the same report. */
export interface ReportIds {
  readonly absenceId: string;
  readonly reportId: string;
}

/** One `absences.record` for the child and one for each sibling added to the call. `ids` is filled as needed. */
export function recordingsOf(
  entry: CallDraft,
  student: DeskStudent,
  ids: Map<string, ReportIds>,
  newId: () => string,
): Recording[] {
  const children = [student.student.studentId, ...entry.siblingIds];
  return children.map((studentId, index) => {
    const known = ids.get(studentId) ?? { absenceId: newId(), reportId: newId() };
    ids.set(studentId, known);
    return {
      ...common(entry, student),
      studentId,
      ...known,
      notifiable: index === 0 ? entry.notifiable : null,
    };
  });
}

/** What is the same for all children of one call. */
function common(
  entry: CallDraft,
  student: DeskStudent,
): Omit<Recording, 'studentId' | 'absenceId' | 'reportId' | 'notifiable'> {
  const caller = callerOf(entry, student);
  // Whoever stays away the whole day, or is fetched, neither stays for care nor eats.
  const away = entry.span === 'wholeDay' || entry.span === 'leavesEarly' ? 1 : 0;
  return {
    fromDay: firstDay(entry, student),
    untilDay: lastDay(entry, student),
    reason: entry.reason,
    span: entry.span,
    atTime: entry.span === 'arrivesLate' || entry.span === 'leavesEarly' ? entry.atTime : null,
    fromLesson: entry.span === 'lessons' ? entry.fromLesson : null,
    untilLesson: entry.span === 'lessons' ? entry.untilLesson : null,
    channel: entry.channel,
    guardianId: caller?.guardianId ?? null,
    reporterName: caller?.name ?? '',
    reporterRelation: caller?.relation ?? '',
    callbackNumber: entry.callbackNumber?.trim() || null,
    remark: entry.remark.trim() || null,
    excuseExpected: entry.excuseExpected,
    offAllDayCare: away,
    offLunch: away,
  };
}

/** What the person has put right in a waiting report before accepting it. */
export function correctionsOf(
  entry: CallDraft,
  student: DeskStudent,
): CommandArgs<'absences.acceptReport'>['corrections'] {
  const { fromDay, untilDay, reason, span, atTime, remark, callbackNumber } = common(entry, student);
  return { fromDay, untilDay, reason, span, atTime, remark, callbackNumber };
}
