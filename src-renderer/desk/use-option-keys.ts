import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { useShortcut } from '../keyboard/use-shortcut.ts';
import type { OptionActions } from './options.ts';
import { useTakesNotifiable } from './use-takes-notifiable.ts';

interface OptionKeys {
  readonly active: boolean;
  readonly entry: CallDraft;
  readonly onChange: (entry: CallDraft) => void;
  readonly actions: OptionActions;
  readonly onBack: () => void;
}

/** Each letter is an option while a child is chosen and no field is open. */
export function useOptionKeys({ active, entry, onChange, actions, onBack }: OptionKeys): void {
  // A report of the portal is about its child and has its sender.
  const taking = active && entry.reportId === null;
  useShortcut('deskIll', () => onChange({ ...entry, reason: 'illness' }), active);
  useShortcut('deskDoctor', () => onChange({ ...entry, reason: 'doctor' }), active);
  useShortcut('deskWeather', () => onChange({ ...entry, reason: 'weather' }), active);
  useShortcut('deskLeave', () => onChange({ ...entry, reason: 'leave' }), active);
  useShortcut('deskOther', () => onChange({ ...entry, reason: 'other' }), active);
  useShortcut('deskDay1', () => actions.days(1), active);
  useShortcut('deskDay2', () => actions.days(2), active);
  useShortcut('deskDay3', () => actions.days(3), active);
  useShortcut('deskDay4', () => actions.days(4), active);
  useShortcut('deskDay5', () => actions.days(5), active);
  useShortcut('deskOpenEnded', actions.openEnded, active);
  useShortcut('deskUntil', () => actions.open('until'), active);
  useShortcut('deskFrom', () => actions.open('from'), active);
  useShortcut('deskLate', () => actions.span('arrivesLate'), active);
  useShortcut('deskFetched', () => actions.span('leavesEarly'), active);
  // Neither is part of a report of the portal; they are put right in the absence.
  useShortcut('deskLessons', () => actions.span('lessons'), taking);
  useShortcut('deskExcuse', actions.excuse, taking);
  useShortcut('deskCaller', actions.caller, taking);
  useShortcut('deskChannel', actions.channel, taking);
  useShortcut('deskNotifiable', () => actions.open('notifiable'), useTakesNotifiable() && active);
  useShortcut('deskCallback', () => actions.open('callback'), active);
  useShortcut('deskRemark', () => actions.open('remark'), active);
  useShortcut('deskSibling', actions.sibling, active);
  useShortcut('deskBack', onBack, taking);
}
