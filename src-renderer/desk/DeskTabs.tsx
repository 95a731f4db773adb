import { useTranslation } from 'react-i18next';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { useFormat } from '../format/use-format.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import classes from './DeskTabs.module.css';
import type { KeptEntry } from './use-working-draft.ts';

type ParkedCall = OperationResult<'desk.parkedCalls'>['calls'][number];

interface DeskTabsProps {
  calls: readonly ParkedCall[];
  /** The parked call that is open; null for a new one. */
  current: string | null;
  /** Null: a new call. */
  onTurnTo: (call: KeptEntry | null) => void;
}

/** The new call and the parked ones, side by side; Alt with an arrow goes through them. */
export function DeskTabs({ calls, current, onTurnTo }: DeskTabsProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const at = calls.findIndex(({ callId }) => callId === current);
  const turnTo = (index: number) => {
    const call = calls[index];
    if (index === at || index < -1 || index >= calls.length) return;
    onTurnTo(call ? { callId: call.callId, entry: call.draft } : null);
  };
  useShortcut('deskNextCall', () => turnTo(at + 1));
  useShortcut('deskPreviousCall', () => turnTo(at - 1));
  return (
    <div className={classes.tabs} role="tablist" aria-label={t('calls')}>
      <button
        type="button"
        role="tab"
        aria-selected={at === -1}
        className={classes.tab}
        onClick={() => turnTo(-1)}
      >
        {t('newCall')}
      </button>
      {calls.map((call, index) => (
        <button
          key={call.callId}
          type="button"
          role="tab"
          aria-selected={index === at}
          ref={index === at ? bringIntoView : undefined}
          className={classes.tab}
          title={call.label}
          onClick={() => turnTo(index)}
        >
          {t('parkedTab', { time: format.time(call.parkedAt), label: call.label })}
        </button>
      ))}
    </div>
  );
}

function bringIntoView(tab: HTMLElement | null) {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
