import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { Button } from '../components/Button.tsx';
import { useFormat } from '../format/use-format.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './CaseLadder.module.css';
import { ConcernForm } from './ConcernForm.tsx';

/** What has been tried so far, and the second worrying factor that goes to the head. */
export function CaseLog({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  const [raising, setRaising] = useState(false);
  useShortcut('ladderConcern', () => setRaising(true), !raising);
  return (
    <div className={classes.log}>
      <h3>{t('attempts')}</h3>
      <Attempts open={open} />
      <h3>{t('concerns')}</h3>
      <Concerns open={open} />
      {raising ? (
        <ConcernForm open={open} onDone={() => setRaising(false)} />
      ) : (
        <Button kind="danger" shortcut="ladderConcern" onClick={() => setRaising(true)}>
          {t('raiseConcern')}
        </Button>
      )}
    </div>
  );
}

function Attempts({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  const { t: tWords } = useTranslation('words');
  const format = useFormat();
  if (open.attempts.length === 0) return <p className={classes.none}>{t('noAttempts')}</p>;
  return (
    <ul>
      {open.attempts.map((attempt) => (
        <li key={attempt.attemptId} data-retracted={attempt.retractedAt !== null || undefined}>
          <span>
            <b>{format.time(attempt.at)}</b> {attempt.contactName}: {tWords(`outcomes.${attempt.outcome}`)}
            {attempt.note ? ` – ${attempt.note}` : ''}
          </span>{' '}
          <small>
            {attempt.staffName}
            {attempt.retractedAt ? ` · ${t('retractedAt', { time: format.time(attempt.retractedAt) })}` : ''}
          </small>
        </li>
      ))}
    </ul>
  );
}

function Concerns({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  const { t: tWords } = useTranslation('words');
  const format = useFormat();
  if (open.concerns.length === 0) return <p className={classes.none}>{t('noConcerns')}</p>;
  return (
    <ul>
      {open.concerns.map((concern) => (
        <li key={concern.concernId}>
          <b>{format.time(concern.at)}</b> {tWords(`factors.${concern.factor}`)}
          {concern.note ? ` – ${concern.note}` : ''} <small>{concern.staffName}</small>
          <em>{concern.decision ? tWords(`decisions.${concern.decision}`) : t('undecided')}</em>
        </li>
      ))}
    </ul>
  );
}
