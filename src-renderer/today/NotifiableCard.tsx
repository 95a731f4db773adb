import { IconBuildingHospital } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { sayDone } from '../components/notices.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './Decisions.module.css';
import { StudentLink } from './SmallCards.tsx';

type Notifiable = OperationResult<'today.principal'>['notifiable'][number];

/** Illnesses of § 34 IfSG of which the health office has not been told yet. */
export function NotifiableCard({ notifiable }: { notifiable: readonly Notifiable[] }) {
  const { t } = useTranslation('today');
  return (
    <Card title={t('notifiable')} icon={<IconBuildingHospital aria-hidden />} aside={notifiable.length}>
      {notifiable.length === 0 ? <EmptyState small title={t('notifiableNone')} /> : null}
      <ul>
        {notifiable.map((noted) => (
          <NotifiableRow key={noted.absenceId} noted={noted} />
        ))}
      </ul>
    </Card>
  );
}

function NotifiableRow({ noted }: { noted: Notifiable }) {
  const { t } = useTranslation('today');
  const { t: tWords } = useTranslation('words');
  const format = useFormat();
  const note = useCommand('absences.noteHealthOfficeNotice');
  const onTold = async () => {
    const answer = await note({ absenceId: noted.absenceId, studentId: noted.studentId });
    if (answer.ok) sayDone(t('healthOfficeTold'));
  };
  return (
    <li className={classes.decision}>
      <p className={classes.head}>
        <StudentLink student={noted} /> · {noted.className}
      </p>
      <p className={classes.detail}>
        {tWords(`illnesses.${noted.illness}`)} · {format.dayAndTime(noted.notedAt)}
      </p>
      <div className={classes.buttons}>
        <Button onClick={() => void onTold()}>{t('tellHealthOffice')}</Button>
      </div>
    </li>
  );
}
