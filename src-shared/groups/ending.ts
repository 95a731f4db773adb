import { type Change, put, remove } from '../contract/command.ts';
import { type Row, rootIdOf } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';
import type { Span } from '../values/span.ts';

/** Tables whose rows say that somebody belongs somewhere from a day until a day. */
type SpanTable =
  | 'studentMembership'
  | 'guardianMembership'
  | 'staffMembership'
  | 'groupLead'
  | 'classAssignment';

/**
 * Moves the last day of a membership, a lead or an assignment: earlier, later, or with null to no end at all.
 * A last day before the first means that it never was: the row goes.
 */
export function ending<T extends SpanTable>(
  table: T,
  row: Row<T> & Span & { readonly id: string },
  on: Day | null,
): Change {
  if (on !== null && on < row.fromDay) return remove(table, row.id, rootIdOf(table, row));
  return put(table, { ...row, untilDay: on });
}
