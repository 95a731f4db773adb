import type { RefusalReason } from '../../src-shared/contract/command.ts';
import type { Entry } from '../../src-shared/sync/protocol.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';
import type { GroupContext } from './arrival.ts';

/** How long after a desk has noticed a restore its school waits for the others: over a weekend and a holiday. */
export const RETURN_DAYS = 7;

/**
 * No other desk's return can change these. What is forbidden goes to the office at once: its author may not
 * hold it any longer.
 */
const finalReasons: ReadonlySet<RefusalReason> = new Set([
  'invalidArguments',
  'unknownOperation',
  'forbidden',
  'entryMismatch',
  'dependencyRefused',
  'internal',
]);

/**
 * Notes that a desk knows a later history of the school than the server: it was restored from a backup, and
 * what the desks had sent since comes back with them, in the order in which they return.
 */
export async function noteRestore(db: ServerKysely, schoolId: number, nowMs: number): Promise<void> {
  const value = toInstant(nowMs);
  await db
    .insertInto('serverFact')
    .values({ id: factOf(schoolId), value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute();
}

/**
 * Whether a refusal is held back: the entry is from before a restore was noticed, and what it builds on may be
 * on a desk that has not returned yet.
 */
export async function awaitsReturn(
  group: GroupContext,
  entry: Entry,
  reason: RefusalReason,
): Promise<boolean> {
  if (finalReasons.has(reason)) return false;
  const fact = await group.db
    .selectFrom('serverFact')
    .select('value')
    .where('id', '=', factOf(group.schoolId))
    .executeTakeFirst();
  if (!fact) return false;
  const restoredMs = Date.parse(fact.value);
  return Date.parse(entry.occurredAt) <= restoredMs && group.nowMs < restoredMs + RETURN_DAYS * 86_400_000;
}

function factOf(schoolId: number): string {
  return `restoreNoticed:${schoolId}`;
}
