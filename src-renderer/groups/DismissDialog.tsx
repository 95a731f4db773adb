import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { sayDone } from '../components/notices.ts';
import { EndDialog } from './EndDialog.tsx';
import type { MemberRow } from './member-rows.ts';
import { admitStep, dismissStep, useStep } from './member-steps.ts';

interface DismissDialogProps {
  group: NonNullable<OperationResult<'groups.detail'>>;
  member: MemberRow;
  onClose: () => void;
}

/** Takes somebody out of a group, with the last day; the same dialog moves a last day. */
export function DismissDialog({ group, member, onClose }: DismissDialogProps) {
  const { t } = useTranslation('groups');
  const take = useStep();
  const { groupId } = group;
  const { span, name, membershipId } = member;
  if (!span || membershipId === null) return null;
  return (
    <EndDialog
      title={t('end.member', { name, group: group.name })}
      span={span}
      onClose={onClose}
      onEnd={async (on) => {
        if (!(await take(dismissStep(groupId, member, membershipId, on)))) return false;
        // Whoever had not begun is gone from the list; taking it back enters them anew.
        const back =
          on < span.fromDay
            ? admitStep(groupId, member, span)
            : dismissStep(groupId, member, membershipId, span.untilDay);
        const sentence = t('end.memberDone', { name, group: group.name });
        sayDone(sentence, { steps: [back], said: t('common:takenBack', { sentence }) });
        return true;
      }}
    />
  );
}
