import type { RefusalReason } from '../../../src-shared/contract/command.ts';
import type { Answer } from '../../../src-shared/sync/protocol.ts';
import { addDays, inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { type WaitingEntry, waitingEntries } from './outbox-store.ts';
import { rebase } from './rebase.ts';
import type { RuleAuthor } from './run-rule.ts';

/** How long settled entries are kept, to be sent again to a server restored from a backup. */
export const SENT_LOG_DAYS = 30;

/** Ids of entries the server has agreed to and whose rows may still be on their way. */
export async function appliedEntries(tx: CacheTransaction): Promise<Set<string>> {
  const rows = await tx.db.selectFrom('outboxEntry').select('id').where('state', '=', 'applied').execute();
  return new Set(rows.map((row) => row.id));
}

/** Entries that were answered wait for their answer again: the server may have forgotten it. */
export async function awaitAnswerAgain(tx: CacheTransaction, ids: Iterable<string>): Promise<void> {
  const list = [...ids];
  if (list.length === 0) return;
  await tx.db.updateTable('outboxEntry').set({ state: 'pending' }).where('id', 'in', list).execute();
  tx.changes.topic('outbox');
}

/**
 * Moves entries whose effect is in the rows that arrive to the sent log. They stay in the outbox until the
 * caller's `rebase` lets them go.
 * @returns those that were still in the outbox
 */
export async function moveToSentLog(
  tx: CacheTransaction,
  ids: Iterable<string>,
  nowMs: number,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const id of ids) {
    const entry = await tx.db.selectFrom('outboxEntry').selectAll().where('id', '=', id).executeTakeFirst();
    if (!entry) continue;
    const { state: _, ...kept } = entry;
    await tx.db
      .replaceInto('sentEntry')
      .values({ ...kept, settledAt: toInstant(nowMs) })
      .execute();
    found.add(id);
  }
  if (found.size > 0) tx.changes.topic('outbox');
  return found;
}

/** Forgets settled entries that are older than {@link SENT_LOG_DAYS}. */
export async function trimSentLog(tx: CacheTransaction, nowMs: number): Promise<void> {
  const oldest = addDays(inTimeZone(nowMs, 'UTC').day, -SENT_LOG_DAYS);
  await tx.db.deleteFrom('sentEntry').where('settledAt', '<', oldest).execute();
}

/**
 * Takes the server's answers in. Agreed entries wait for their rows; refused ones leave the outbox with all
 * that depended on them, their effect is taken back, and the person finds them under attention.
 * @returns ids of the entries that are decided now: the device need not deliver them any more
 */
export async function takeAnswers(
  tx: CacheTransaction,
  author: RuleAuthor,
  answers: readonly Answer[],
): Promise<string[]> {
  const applied = new Set(answers.filter((one) => one.status === 'applied').map((one) => one.id));
  if (applied.size > 0) {
    await tx.db
      .updateTable('outboxEntry')
      .set({ state: 'applied' })
      .where('id', 'in', [...applied])
      .execute();
  }
  const waiting = await waitingEntries(tx.db);
  const gone = new Set<string>();
  for (const answer of answers) {
    if (answer.status !== 'refused') continue;
    const refused = await refuseChain(tx, waiting, answer.id, answer.reason, applied, author.nowMs);
    for (const id of refused) gone.add(id);
  }
  if (gone.size > 0) await rebase(tx, author, new Set(), gone, async () => undefined);
  tx.changes.topic('outbox');
  return [...applied, ...gone];
}

async function refuseChain(
  tx: CacheTransaction,
  waiting: readonly WaitingEntry[],
  headId: string,
  reason: RefusalReason,
  applied: ReadonlySet<string>,
  nowMs: number,
): Promise<Set<string>> {
  const chain = new Set<string>();
  for (const entry of waiting) {
    const isHead = entry.id === headId;
    const depends = entry.dependsOn.some((id) => chain.has(id)) && !applied.has(entry.id);
    if (!isHead && !depends) continue;
    chain.add(entry.id);
    await keepRefused(tx, entry, isHead ? reason : 'dependencyRefused', isHead ? null : headId, nowMs);
  }
  return chain;
}

async function keepRefused(
  tx: CacheTransaction,
  entry: WaitingEntry,
  reason: RefusalReason,
  refusedWith: string | null,
  nowMs: number,
): Promise<void> {
  const chainHead = refusedWith ?? (await headOfChain(tx, entry));
  await tx.db
    .replaceInto('refusedEntry')
    .values({
      id: entry.id,
      name: entry.name,
      args: JSON.stringify(entry.args),
      occurredAt: entry.occurredAt,
      reason,
      refusedAt: toInstant(nowMs),
      chainHead,
      roots: JSON.stringify(entry.roots),
    })
    .execute();
}

/** An entry can be refused later than the one it depends on; both belong to one chain. */
async function headOfChain(tx: CacheTransaction, entry: WaitingEntry): Promise<string | null> {
  if (entry.dependsOn.length === 0) return null;
  const earlier = await tx.db
    .selectFrom('refusedEntry')
    .select(['id', 'chainHead'])
    .where('id', 'in', [...entry.dependsOn])
    .executeTakeFirst();
  return earlier ? (earlier.chainHead ?? earlier.id) : null;
}
