import { useState } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import {
  addSibling,
  chooseSpan,
  type DeskStudent,
  nextCaller,
  nextChannel,
  nextExcuse,
  untilSchoolDays,
} from './entry.ts';
import type { DeskField, OptionActions } from './options.ts';

/** What keys and chips do to the entry, and which field is open. */
export function useOptionActions(
  entry: CallDraft,
  student: DeskStudent | null,
  onChange: (entry: CallDraft) => void,
): { field: DeskField | null; actions: OptionActions } {
  const [field, setField] = useState<DeskField | null>(null);
  const withStudent = (edit: (student: DeskStudent) => CallDraft) => () => {
    if (student) onChange(edit(student));
  };
  return {
    field,
    actions: {
      days: (count) => withStudent((known) => untilSchoolDays(entry, known, count))(),
      openEnded: () => onChange({ ...entry, openEnded: !entry.openEnded, untilDay: null }),
      span: (span) => {
        const next = chooseSpan(entry, span);
        onChange(next);
        setField(next.span === 'wholeDay' ? null : span === 'lessons' ? 'lessons' : 'time');
      },
      excuse: () => onChange(nextExcuse(entry)),
      caller: withStudent((known) => nextCaller(entry, known)),
      channel: () => onChange(nextChannel(entry)),
      sibling: withStudent((known) => addSibling(entry, known)),
      open: setField,
      closeField: () => {
        // No lessons were named: it stays the whole day, as the sentence says.
        if (field === 'lessons' && entry.fromLesson === null) onChange({ ...entry, span: 'wholeDay' });
        setField(null);
      },
    },
  };
}
