import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import type { GroupRule } from '../../src-shared/groups/rule.ts';
import type { GroupKind } from '../../src-shared/groups/words.ts';
import type { Day } from '../../src-shared/values/day.ts';
import { isReversed } from './SpanInputs.tsx';

/** What is typed about a group. `rule` null: a list by hand; empty: a rule without a condition yet. */
export interface GroupForm {
  readonly name: string;
  readonly kind: GroupKind;
  readonly rule: GroupRule | null;
  readonly note: string;
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
}

/** The form as it opens: a new club from today, or the group as it is. */
export function formOf(group: NonNullable<OperationResult<'groups.detail'>> | null, today: Day): GroupForm {
  if (!group) return { name: '', kind: 'club', rule: null, note: '', fromDay: today, untilDay: null };
  const { name, kind, rule, note, fromDay, untilDay } = group;
  return { name, kind, rule, note: note ?? '', fromDay, untilDay };
}

/** True when it can be saved. */
export function isComplete(form: GroupForm): boolean {
  const told = form.rule === null || Object.keys(form.rule).length > 0;
  return form.name.trim() !== '' && form.fromDay !== null && told && !isReversed(form);
}
