import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { Ask } from '../client/ask.ts';
import { useClient } from '../client/client.tsx';
import { failureSentence } from '../client/failure-sentence.ts';
import { newId } from '../client/new-id.ts';
import { type UndoStep, undoBy } from '../client/undo.ts';
import { sayDone, sayFailure, sayProblem } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session-context.ts';
import type { DeskStudent } from './entry.ts';
import { parkedLabel } from './parked-label.ts';
import type { ReportIds } from './recording.ts';
import { partOf, saveCall } from './save-call.ts';
import { childrenPhrase, entrySentence } from './sentence.ts';
import type { KeptEntry } from './use-working-draft.ts';

/**
 * Saves a call: one report per child. What was saved is said in one sentence with an undo, and what was not with
 * its reason; saving again repeats the same reports, so none is doubled.
 * @returns what is left to be saved; null when nothing is
 */
export function useSaving(): (kept: KeptEntry, student: DeskStudent) => Promise<CallDraft | null> {
  const { ask } = useClient();
  const { t } = useTranslation('desk');
  const format = useFormat();
  const { today } = useSession();
  const ids = useRef(new Map<string, ReportIds>());
  return useCallback(
    async ({ callId, entry }, student) => {
      const { saved, undo, failure } = await saveCall(ask, entry, student, ids.current, newId);
      if (failure && saved.size === 0) {
        sayFailure(failure);
        return entry;
      }
      for (const studentId of saved) ids.current.delete(studentId);
      const done = partOf(entry, (id) => saved.has(id));
      const children = childrenPhrase(done, student, t);
      const sentence = `${children} ${entrySentence(done, student, today, format, t)}.`;
      const steps = [...undo];
      if (!failure)
        steps.push(...(await putAway(ask, { callId, entry }, parkedLabel(entry, student.student, t))));
      const said = t(done.reportId ? 'reopened' : 'takenBack', { sentence });
      sayDone(t('saved', { sentence }), { steps, said });
      if (!failure) return null;
      const rest = partOf(entry, (id) => !saved.has(id));
      const why = failureSentence(failure);
      sayProblem(t('notSaved', { children: childrenPhrase(rest, student, t), why }));
      return rest;
    },
    [ask, t, format, today],
  );
}

/** What the call came from has been dealt with: the answering machine's message, the parked call. */
async function putAway(ask: Ask, { callId, entry }: KeptEntry, label: string): Promise<UndoStep[]> {
  const steps = entry.messageId ? await settle(ask, entry.messageId) : [];
  if (!callId) return steps;
  await ask('calls.discard', { callId });
  return [...steps, undoBy('calls.park', { callId, label, draft: entry })];
}

/** The message was taken down; should somebody else have settled it, it stays so. */
async function settle(ask: Ask, messageId: string): Promise<UndoStep[]> {
  const answer = await ask('inbox.settleMessage', { messageId, outcome: 'recorded' });
  return answer.ok ? [undoBy('inbox.reopenMessage', { messageId })] : [];
}
