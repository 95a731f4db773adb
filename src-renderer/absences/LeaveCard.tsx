import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../client/new-id.ts';
import { useCommand } from '../client/use-command.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { sayDone } from '../components/notices.ts';
import { Tag, type TagTone } from '../components/Tag.tsx';
import { useFormat } from '../format/use-format.ts';
import { rangeWords } from './absence-words.ts';
import { LeaveForm } from './LeaveForm.tsx';
import classes from './StudentCards.module.css';
import type { LeaveRequest, StudentYear } from './student-year.ts';
import { useMay } from './use-may.ts';

const tones: Record<LeaveRequest['state'], TagTone> = {
  requested: 'wait',
  granted: 'done',
  declined: 'plain',
};

/** Requests for leave. The class teacher decides up to the school's limit, the head beyond it. */
export function LeaveCard({ year }: { year: StudentYear }) {
  const { t } = useTranslation('absences');
  const may = useMay();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t('leave.title')}>
      {year.leaveRequests.length === 0 ? <EmptyState small title={t('leave.empty')} /> : null}
      <ul className={classes.rows}>
        {year.leaveRequests.map((request) => (
          <Request key={request.requestId} request={request} year={year} />
        ))}
      </ul>
      {may('absences.requestLeave') ? (
        <div className={classes.body}>
          {asking ? (
            <LeaveForm year={year} onDone={() => setAsking(false)} />
          ) : (
            <Button className={classes.begin} onClick={() => setAsking(true)}>
              {t('leave.request')}
            </Button>
          )}
        </div>
      ) : null}
    </Card>
  );
}

function Request({ request, year }: { request: LeaveRequest; year: StudentYear }) {
  const { t } = useTranslation('absences');
  const format = useFormat();
  const may = useMay();
  return (
    <li data-tall>
      <span>{rangeWords(request, format.shortDay, t)}</span>
      <Tag tone={tones[request.state]}>{t(`leave.state.${request.state}`)}</Tag>
      <small>{request.purpose}</small>
      {request.state === 'requested' && may('absences.grantLeave') ? (
        <Decide request={request} year={year} />
      ) : null}
    </li>
  );
}

function Decide({ request, year }: { request: LeaveRequest; year: StudentYear }) {
  const { t } = useTranslation('absences');
  const grant = useCommand('absences.grantLeave');
  const decline = useCommand('absences.declineLeave');
  const { studentId } = year;
  const { requestId } = request;
  const name = `${year.givenName} ${year.familyName}`;
  const decide = async (word: 'granted' | 'declined') => {
    const answer =
      word === 'granted'
        ? await grant({ requestId, studentId, absenceId: newId() })
        : await decline({ requestId, studentId });
    if (answer.ok) sayDone(t(`leave.done.${word}`, { name }));
  };
  return (
    <div className={classes.buttons}>
      <Button onClick={() => void decide('granted')}>{t('leave.grant')}</Button>
      <Button kind="quiet" onClick={() => void decide('declined')}>
        {t('leave.decline')}
      </Button>
    </div>
  );
}
