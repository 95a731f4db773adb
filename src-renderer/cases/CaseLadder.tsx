import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '../../src-shared/cases/contract.ts';
import { useQuery } from '../client/use-query.ts';
import { Clock } from '../components/Clock.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { letKeysGo } from '../keyboard/held-keys.ts';
import classes from './CaseLadder.module.css';
import { CaseLog } from './CaseLog.tsx';
import { LadderCalls } from './LadderCalls.tsx';
import { ladderLayer, useLadder } from './ladder-store.ts';

/** The panel of one open case: whom to call, the number to dial from, and one key for what came of it. */
export function CaseLadder() {
  const { t } = useTranslation('cases');
  const { studentId, hide } = useLadder();
  const { data, failure } = useQuery('cases.detail', studentId ? { studentId } : null);
  const open = data?.case;
  const nothingToCall = studentId !== null && !open && (data !== undefined || failure !== null);
  useEffect(() => {
    if (nothingToCall) letKeysGo();
  }, [nothingToCall]);
  return (
    <Dialog
      open={studentId !== null}
      onClose={hide}
      layer={ladderLayer}
      width={900}
      title={open ? <CaseTitle open={open} /> : t('titleCalm')}
    >
      {open ? (
        <div className={classes.columns}>
          <LadderCalls key={open.studentId} open={open} onClosed={hide} />
          <CaseLog open={open} />
        </div>
      ) : null}
      {data && !open ? <EmptyState title={t('closed')}>{t('closedText')}</EmptyState> : null}
    </Dialog>
  );
}

function CaseTitle({ open }: { open: OpenCase }) {
  const { t } = useTranslation('cases');
  return (
    <span className={classes.title}>
      <Clock since={open.since} />
      <span>
        {open.givenName} {open.familyName}
        <small>
          {open.className}
          {open.age === null ? '' : ` · ${t('age', { count: open.age })}`} ·{' '}
          {t('markedBy', { who: open.markedBy })}
          {open.announcedFor ? ` · ${t('announced', { time: open.announcedFor })}` : ''}
        </small>
      </span>
    </span>
  );
}
