import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useRoute } from '../app/routes.ts';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { Button } from '../components/Button.tsx';
import { PendingDot } from '../components/PendingDot.tsx';
import { useFormat } from '../format/use-format.ts';
import classes from './SyncPanel.module.css';

/** Beyond this many, a list of waiting entries says no more than their number. */
const SHOWN = 40;

interface SyncPanelProps {
  state: OperationResult<'sync.state'>;
  onLeave: () => void;
}

/** What the sync line means, which entries wait, and the way to those that need attention. */
export function SyncPanel({ state, onLeave }: SyncPanelProps) {
  const { t } = useTranslation('sync');
  const go = useRoute((route) => route.go);
  const syncNow = useCommand('sync.now');
  const toAttention = () => {
    onLeave();
    go('attention');
  };
  return (
    <div className={classes.panel}>
      <p>{t(`explained.${state.state}`)}</p>
      {state.attention > 0 ? (
        <Button onClick={toAttention}>{t('attention', { count: state.attention })}</Button>
      ) : null}
      <WaitingEntries />
      {state.othersPending > 0 ? <p>{t('others', { count: state.othersPending })}</p> : null}
      <Button icon={<IconRefresh />} onClick={() => void syncNow({})}>
        {t('now')}
      </Button>
    </div>
  );
}

function WaitingEntries() {
  const { t } = useTranslation('sync');
  const { t: tOperations } = useTranslation('operations');
  const format = useFormat();
  const { data } = useQuery('sync.entries', {});
  const pending = data?.pending ?? [];
  if (pending.length === 0) return null;
  return (
    <ul className={classes.entries} aria-label={t('waitingList')}>
      {pending.slice(0, SHOWN).map((entry) => (
        <li key={entry.entryId}>
          <PendingDot />
          <span>{tOperations([entry.name, 'unknown'])}</span>
          <span className={classes.about}>{entry.studentName}</span>
          <span>{format.dayAndTime(entry.occurredAt)}</span>
        </li>
      ))}
      {pending.length > SHOWN ? <li>{t('more', { count: pending.length - SHOWN })}</li> : null}
    </ul>
  );
}
