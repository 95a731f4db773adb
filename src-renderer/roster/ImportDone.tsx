import { IconCircleCheck, IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../client/use-query.ts';
import { Progress } from '../components/Bar.tsx';
import { Button } from '../components/Button.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './Administration.module.css';
import type { ImportPhase } from './use-import.ts';

interface ImportDoneProps {
  done: Extract<ImportPhase, { kind: 'done' }>;
  onRestart: () => void;
  onUndo: (importId: string) => void;
}

/** What was taken over, and how far it has come on its way to the server. */
export function ImportDone({ done, onRestart, onUndo }: ImportDoneProps) {
  const { t } = useTranslation('roster-screen');
  const format = useFormat();
  const { data } = useQuery('sync.state', {});
  const waiting = Math.min(done.partsDone, data?.pending ?? 0);
  const isWhole = done.partsDone === done.parts;
  const arrived = t(isWhole ? 'done.arrived' : 'done.arrivedSoFar');
  const label = waiting === 0 ? arrived : t('done.underWay', { count: waiting });
  return (
    <EmptyState
      icon={isWhole ? <IconCircleCheck aria-hidden /> : <IconPlayerStopFilled aria-hidden />}
      title={
        isWhole
          ? t('done.title', { sentence: done.sentence })
          : t('done.halted', { done: format.number(done.stepsDone), count: done.steps })
      }
      action={
        <span className={classes.buttons}>
          {done.partsDone > 0 ? (
            <Button onClick={() => onUndo(done.importId)}>{t('imports.undo')}</Button>
          ) : null}
          <Button onClick={onRestart}>{t('another')}</Button>
        </span>
      }
    >
      {isWhole ? null : <p>{t('done.rest')}</p>}
      {done.partsDone > 0 ? (
        <span className={classes.progress}>
          <Progress done={done.partsDone - waiting} total={done.partsDone} label={label} />
          {label}
        </span>
      ) : null}
    </EmptyState>
  );
}
