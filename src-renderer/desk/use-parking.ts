import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { useClient } from '../client/client.tsx';
import { newId } from '../client/new-id.ts';
import { sayFailure } from '../components/notices.ts';
import { isEmpty } from './entry.ts';
import type { KeptEntry } from './use-working-draft.ts';

/**
 * Parks an entry as a call among the person's own; one that was parked keeps its place. One that was emptied
 * is no call any more.
 * @returns the call's label (empty for none), or null when it could not be parked: that was said
 */
export function useParking(): (kept: KeptEntry) => Promise<string | null> {
  const { ask } = useClient();
  const { t } = useTranslation('desk');
  return useCallback(
    async ({ callId, entry }) => {
      if (isEmpty(entry)) {
        if (callId) await ask('calls.discard', { callId });
        return '';
      }
      const child = entry.studentId ? await ask('desk.student', { studentId: entry.studentId }) : null;
      const student = child?.ok ? child.result?.student : undefined;
      const name = student ? `${student.familyName} ${student.className}` : wordsOf(entry);
      const label = (name || t('unnamedCall')).slice(0, 80);
      const answer = await ask('calls.park', { callId: callId ?? newId(), label, draft: entry });
      if (answer.ok) return label;
      sayFailure(answer.failure);
      return null;
    },
    [ask, t],
  );
}

function wordsOf({ query, note }: CallDraft): string {
  return query.trim() || note.trim();
}
