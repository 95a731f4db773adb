import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { Ask } from '../client/ask.ts';
import { useClient } from '../client/client.tsx';
import { newId } from '../client/new-id.ts';
import { type UndoStep, undoBy } from '../client/undo.ts';
import { sayDone, sayFailure } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import type { DeskStudent } from './entry.ts';
import { parkedLabel } from './parked-label.ts';
import { correctionsOf, type ReportIds, recordingsOf } from './recording.ts';
import { childrenPhrase, entrySentence } from './sentence.ts';
import type { KeptEntry } from './use-working-draft.ts';

/**
 * Saves a call: one report per child. What was saved is said in one sentence with an undo; a failure keeps
 * everything in the panel, and saving again repeats the same reports, so none is doubled.
 * @returns whether all of it was saved
 */
export function useSaving(): (kept: KeptEntry, student: DeskStudent) => Promise<boolean> {
  const { ask } = useClient();
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { today } = useSession();
  const ids = useRef(new Map<string, ReportIds>());
  return useCallback(
    async ({ callId, entry }, student) => {
      const sentence = `${childrenPhrase(entry, student, t)} ${entrySentence(entry, student, today, format, t)}.`;
      const recordings = recordingsOf(entry, student, ids.current, newId);
      const undo = entry.reportId
        ? await accept(ask, entry, student, entry.reportId, recordings.slice(1))
        : await record(ask, recordings);
      if (!undo) return false;
      ids.current.clear();
      const steps = [...undo];
      if (entry.messageId) steps.push(...(await settle(ask, entry.messageId)));
      if (callId) {
        await ask('calls.discard', { callId });
        const label = parkedLabel(entry, student.student, t);
        steps.push(undoBy('calls.park', { callId, label, draft: entry }));
      }
      sayDone(t('saved', { sentence }), {
        steps,
        said: t(entry.reportId ? 'reopened' : 'takenBack', { sentence }),
      });
      return true;
    },
    [ask, t, format, today],
  );
}

/** @returns how to take it back, or null when one of the children could not be saved */
async function record(ask: Ask, recordings: ReturnType<typeof recordingsOf>): Promise<UndoStep[] | null> {
  for (const recording of recordings) {
    const answer = await ask('absences.record', recording);
    if (answer.ok) continue;
    sayFailure(answer.failure);
    return null;
  }
  return recordings.map(({ reportId, studentId }) =>
    undoBy('absences.withdrawReport', { reportId, studentId }),
  );
}

/**
 * Siblings first: they can be saved again as often as needed, the report is accepted once. Taken back, it goes to
 * the inbox as its guardian had sent it.
 */
async function accept(
  ask: Ask,
  entry: CallDraft,
  student: DeskStudent,
  reportId: string,
  siblings: ReturnType<typeof recordingsOf>,
): Promise<UndoStep[] | null> {
  const undoSiblings = await record(ask, siblings);
  if (!undoSiblings) return null;
  const { studentId } = student.student;
  const corrections = correctionsOf(entry, student);
  const { notifiable } = entry;
  const args = { reportId, studentId, absenceId: newId(), corrections, notifiable };
  const answer = await ask('absences.acceptReport', args);
  if (answer.ok) return [...undoSiblings, undoBy('absences.reopenReport', { reportId, studentId })];
  sayFailure(answer.failure);
  return null;
}

/** The message was taken down; should somebody else have settled it, it stays so. */
async function settle(ask: Ask, messageId: string): Promise<UndoStep[]> {
  const answer = await ask('inbox.settleMessage', { messageId, outcome: 'recorded' });
  return answer.ok ? [undoBy('inbox.reopenMessage', { messageId })] : [];
}
