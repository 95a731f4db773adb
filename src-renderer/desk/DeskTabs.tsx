import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './DeskTabs.module.css';

type ParkedCall = OperationResult<'desk.parkedCalls'>['calls'][number];

interface DeskTabsProps {
  calls: readonly ParkedCall[];
  /** The parked call that is open; null for a new one. */
  current: string | null;
  onNew: () => void;
  onOpen: (call: ParkedCall) => void;
}

/** The new call and the parked ones, side by side; Alt with an arrow goes through them. */
export function DeskTabs({ calls, current, onNew, onOpen }: DeskTabsProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <div className={classes.tabs} role="tablist" aria-label={t('calls')}>
      <button
        type="button"
        role="tab"
        aria-selected={current === null}
        className={classes.tab}
        onClick={onNew}
      >
        {t('newCall')}
      </button>
      {calls.map((call) => (
        <button
          key={call.callId}
          type="button"
          role="tab"
          aria-selected={call.callId === current}
          className={classes.tab}
          title={call.label}
          onClick={() => onOpen(call)}
        >
          {t('parkedTab', { time: format.time(call.parkedAt), label: call.label })}
        </button>
      ))}
    </div>
  );
}
