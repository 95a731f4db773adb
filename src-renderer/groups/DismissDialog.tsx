import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useCommand } from '../client/use-command.ts';
import { say } from '../components/notices.ts';
import { EndDialog } from './EndDialog.tsx';
import type { MemberRow } from './member-rows.ts';
import { useAdmitAgain } from './use-admit-again.ts';

interface DismissDialogProps {
  group: NonNullable<OperationResult<'groups.detail'>>;
  member: MemberRow;
  onClose: () => void;
}

/** Takes somebody out of a group, with the last day; the same dialog moves a last day. */
export function DismissDialog({ group, member, onClose }: DismissDialogProps) {
  const { t } = useTranslation('groups');
  const dismiss = useDismiss(group.groupId, member);
  const admitAgain = useAdmitAgain(group.groupId, member);
  const { span, name } = member;
  if (!span) return null;
  return (
    <EndDialog
      title={t('end.member', { name, group: group.name })}
      span={span}
      onClose={onClose}
      onEnd={async (on) => {
        if (!(await dismiss(on))) return false;
        // Whoever had not begun is gone from the list; taking it back enters them anew.
        const undo = () => (on < span.fromDay ? admitAgain(span) : dismiss(span.untilDay));
        say(t('end.memberDone', { name, group: group.name }), () => void undo());
        return true;
      }}
    />
  );
}

function useDismiss(groupId: string, { kind, membershipId, personId }: MemberRow) {
  const dismissStudent = useCommand('groups.dismissStudent');
  const dismissGuardian = useCommand('groups.dismissGuardian');
  const dismissStaff = useCommand('groups.dismissStaff');
  return async (on: string | null): Promise<boolean> => {
    if (membershipId === null) return false;
    const ending = { membershipId, groupId, on };
    if (kind === 'student') return (await dismissStudent({ ...ending, studentId: personId })).ok;
    return (kind === 'guardian' ? await dismissGuardian(ending) : await dismissStaff(ending)).ok;
  };
}
