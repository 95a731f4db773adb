import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { Progress } from '../components/Bar.tsx';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import classes from './Administration.module.css';
import type { ImportPhase } from './use-import.ts';

interface ImportDoneProps {
  done: Extract<ImportPhase, { kind: 'done' }>;
  onRestart: () => void;
}

/** What was taken over, and how far it has come on its way to the server. */
export function ImportDone({ done, onRestart }: ImportDoneProps) {
  const { t } = useTranslation('roster-screen');
  const { data } = useQuery('sync.state', {});
  const waiting = Math.min(done.commands, data?.pending ?? 0);
  const label = waiting === 0 ? t('done.arrived') : t('done.underWay', { count: waiting });
  return (
    <EmptyState
      icon={<IconCircleCheck aria-hidden />}
      title={t('done.title', { sentence: done.sentence })}
      action={<Button onClick={onRestart}>{t('another')}</Button>}
    >
      <span className={classes.progress}>
        <Progress done={done.commands - waiting} total={done.commands} label={label} />
        {label}
      </span>
    </EmptyState>
  );
}
