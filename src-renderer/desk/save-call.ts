import { excuseExpectations } from '../../src-shared/absences/words.ts';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { Answer, Failure } from '../client/answer.ts';
import type { Ask } from '../client/ask.ts';
import { type UndoStep, undoBy } from '../client/undo.ts';
import type { DeskStudent } from './entry.ts';
import { correctionsOf, type Recording, type ReportIds, recordingsOf } from './recording.ts';

/** What became of a call: of each of its children on its own. */
export interface SavedCall {
  /** Ids of the children whose report is saved. */
  readonly saved: ReadonlySet<string>;
  readonly undo: readonly UndoStep[];
  /** Why the first child that is not saved is not; null when all are. */
  readonly failure: Failure | null;
}

/**
 * Saves one report for each child. One that can't be saved keeps none of the others from it.
 * @param ids of reports tried before: what is tried again is the same report
 */
export async function saveCall(
  ask: Ask,
  entry: CallDraft,
  student: DeskStudent,
  ids: Map<string, ReportIds>,
  newId: () => string,
): Promise<SavedCall> {
  const saved = new Set<string>();
  const undo: UndoStep[] = [];
  let failure: Failure | null = null;
  const take = (studentId: string, answer: Answer<unknown>, step: UndoStep) => {
    if (answer.ok) {
      saved.add(studentId);
      undo.push(step);
    } else failure ??= answer.failure;
  };
  const { reportId } = entry;
  const named = student.student.studentId;
  for (const recording of recordingsOf(entry, student, ids, newId)) {
    const { studentId } = recording;
    if (reportId !== null && studentId === named) continue;
    const step = undoBy('absences.withdrawReport', { reportId: recording.reportId, studentId });
    const answer = await ask('absences.record', recording);
    if (answer.ok && answer.result.joinedExisting)
      undo.push(...(await askForPaper(ask, { ...recording, absenceId: answer.result.absenceId })));
    take(studentId, answer, step);
  }
  // Last: siblings can be saved again as often as needed, a report of the portal is accepted once. Taken back, it
  // goes to the inbox as its guardian had sent it.
  if (reportId !== null) {
    const { notifiable } = entry;
    const corrections = correctionsOf(entry, student);
    const args = { reportId, studentId: named, absenceId: newId(), corrections, notifiable };
    const step = undoBy('absences.reopenReport', { reportId, studentId: named });
    take(named, await ask('absences.acceptReport', args), step);
  }
  return { saved, undo, failure };
}

/**
 * A call that joins an absence may ask for paper that was not asked for before. The report does not keep that, so
 * it is a correction of the absence, and taken back as one. What asks for more already stays.
 */
async function askForPaper(ask: Ask, recording: Recording): Promise<UndoStep[]> {
  const { absenceId, studentId, excuseExpected } = recording;
  if (excuseExpected === 'none') return [];
  const known = await ask('absences.detail', { absenceId });
  const before = known.ok ? known.result?.line.excuseExpected : undefined;
  if (before === undefined || demand(before) >= demand(excuseExpected)) return [];
  const corrected = await ask('absences.correct', { absenceId, studentId, fields: { excuseExpected } });
  if (!corrected.ok || corrected.result.eventId === null) return [];
  const { eventId } = corrected.result;
  return [undoBy('absences.retractChange', { absenceId, studentId, eventId })];
}

const demand = (expected: Recording['excuseExpected']) => excuseExpectations.indexOf(expected);

/** The part of a call that is about some of its children, at least one. */
export function partOf(entry: CallDraft, has: (studentId: string) => boolean): CallDraft {
  if (entry.studentId !== null && has(entry.studentId))
    return { ...entry, siblingIds: entry.siblingIds.filter(has) };
  const [studentId = null, ...siblingIds] = entry.siblingIds.filter(has);
  // Notifiable illness and the portal's report are about the child that was named.
  return { ...entry, studentId, siblingIds, notifiable: null, reportId: null };
}
