import { useTranslation } from 'react-i18next';
import { addDays } from '../../src-shared/values/day.ts';
import type { Span } from '../../src-shared/values/span.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { sayDone } from '../components/notices.ts';

/** Enters children in a group, says how many were in already, and can take it back. */
export function useAdmitStudents({ groupId, name }: { groupId: string; name: string }) {
  const { t } = useTranslation('groups');
  const admit = useCommand('groups.admitStudents');
  return async (chosen: readonly { readonly studentId: string }[], span: Span): Promise<boolean> => {
    const students = chosen.map(({ studentId }) => ({ membershipId: newId(), studentId }));
    const answer = await admit({ groupId, students, ...span });
    if (!answer.ok) return false;
    const entered = new Set(answer.result.membershipIds);
    const steps = students
      .filter(({ membershipId }) => entered.has(membershipId))
      .map((one) => undoBy('groups.dismissStudent', { ...one, groupId, on: addDays(span.fromDay, -1) }));
    const already = students.length - entered.size;
    const sentence = t('admit.done', { count: entered.size, group: name });
    sayDone(
      already > 0 ? `${sentence} ${t('admit.already', { count: already })}` : sentence,
      entered.size > 0 ? { steps, said: t('common:takenBack', { sentence }) } : undefined,
    );
    return true;
  };
}
