import type { AbsenceSpan } from '../../src-shared/absences/words.ts';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { Day } from '../../src-shared/values/day.ts';
import type { DeskStudent } from './entry.ts';

/** A field that one key opens below the options. */
export type DeskField = 'until' | 'from' | 'time' | 'lessons' | 'notifiable' | 'callback' | 'remark';

/** What the keys and the chips do alike. */
export interface OptionActions {
  readonly days: (count: number) => void;
  readonly openEnded: () => void;
  readonly span: (span: Exclude<AbsenceSpan, 'wholeDay'>) => void;
  /** None, in writing, a certificate, and round again. */
  readonly excuse: () => void;
  readonly caller: () => void;
  readonly channel: () => void;
  readonly sibling: () => void;
  readonly open: (field: DeskField) => void;
  readonly closeField: () => void;
}

export interface OptionProps {
  readonly entry: CallDraft;
  readonly student: DeskStudent;
  readonly today: Day;
  readonly field: DeskField | null;
  readonly onChange: (entry: CallDraft) => void;
  readonly actions: OptionActions;
}
