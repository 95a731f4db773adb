import { IconCalendarQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './Decisions.module.css';
import { StudentLink } from './SmallCards.tsx';

type Leave = OperationResult<'today.class'>['leaves'][number];

/** Leave that waits for a decision: the head's, or the class teacher's within the school's limit. */
export function LeavesCard({ leaves }: { leaves: readonly Leave[] }) {
  const { t } = useTranslation('today');
  return (
    <Card title={t('leaves')} icon={<IconCalendarQuestion aria-hidden />} aside={leaves.length}>
      {leaves.length === 0 ? <EmptyState small title={t('leavesNone')} /> : null}
      <ul>
        {leaves.map((leave) => (
          <LeaveRow key={leave.requestId} leave={leave} />
        ))}
      </ul>
    </Card>
  );
}

function LeaveRow({ leave }: { leave: Leave }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const grant = useCommand('absences.grantLeave');
  const decline = useCommand('absences.declineLeave');
  const { requestId, studentId, givenName, familyName } = leave;
  const name = `${givenName} ${familyName}`;
  const onGrant = async () => {
    const answer = await grant({ requestId, studentId, absenceId: newId() });
    if (answer.ok) sayDone(t('leaveGranted', { name }));
  };
  const onDecline = async () => {
    const answer = await decline({ requestId, studentId });
    if (answer.ok) sayDone(t('leaveDeclined', { name }));
  };
  const days =
    leave.fromDay === leave.untilDay
      ? format.shortDay(leave.fromDay)
      : `${format.shortDay(leave.fromDay)} – ${format.shortDay(leave.untilDay)}`;
  return (
    <li className={classes.decision}>
      <p className={classes.head}>
        <StudentLink student={leave} /> · {leave.className}
      </p>
      <p className={classes.detail}>
        {days} · {leave.purpose}
      </p>
      {leave.forHead ? (
        <p className={classes.detail}>{t('leaveForHead')}</p>
      ) : (
        <div className={classes.buttons}>
          <Button onClick={() => void onGrant()}>{t('grant')}</Button>
          <Button onClick={() => void onDecline()}>{t('decline')}</Button>
        </div>
      )}
    </li>
  );
}
