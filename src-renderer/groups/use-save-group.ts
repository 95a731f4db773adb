import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { newId } from '../client/new-id.ts';
import { undoBy } from '../client/undo.ts';
import { useCommand } from '../client/use-command.ts';
import { sayDone } from '../components/notices.ts';
import type { GroupForm } from './group-form.ts';

/** Founds or corrects a group. @returns its id, or null when it was not done */
export function useSaveGroup(
  group: NonNullable<OperationResult<'groups.detail'>> | null,
): (form: GroupForm) => Promise<string | null> {
  const { t } = useTranslation('groups');
  const found = useCommand('groups.found');
  const correct = useCommand('groups.correct');
  return async ({ kind, fromDay, ...form }) => {
    if (fromDay === null) return null;
    const fields = { ...form, fromDay, note: form.note.trim() || null };
    const groupId = group?.groupId ?? newId();
    const answer = group ? await correct({ groupId, fields }) : await found({ groupId, kind, ...fields });
    if (!answer.ok) return null;
    const sentence = t(group ? 'correct.done' : 'foundDone', { group: form.name });
    const steps = group ? [undoBy('groups.correct', { groupId, fields: asItWas(group) })] : [];
    sayDone(sentence, group ? { steps, said: t('common:takenBack', { sentence }) } : undefined);
    return groupId;
  };
}

function asItWas({ name, rule, note, fromDay, untilDay }: NonNullable<OperationResult<'groups.detail'>>) {
  return { name, rule, note, fromDay, untilDay };
}
