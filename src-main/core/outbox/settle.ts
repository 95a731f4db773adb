import type { Answer } from '../../../src-shared/sync/protocol.ts';
import { addDays, inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { idList, type WaitingEntry, waitingEntries } from './outbox-store.ts';
import { rebase } from './rebase.ts';
import { referenceTo } from './reference.ts';
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

/**
 * Moves entries from the sent log back to their place in the outbox: a restored server waits for what they
 * build on, which is on another desk.
 */
export async function waitOnceMore(
  tx: CacheTransaction,
  author: RuleAuthor,
  ids: readonly string[],
): Promise<void> {
  const roots = new Set<string>();
  for (const id of ids) {
    const sent = await tx.db.selectFrom('sentEntry').selectAll().where('id', '=', id).executeTakeFirst();
    if (!sent) continue;
    const { settledAt: _, ...entry } = sent;
    await tx.db
      .insertInto('outboxEntry')
      .values({ ...entry, state: 'pending' })
      .execute();
    await tx.db.deleteFrom('sentEntry').where('id', '=', id).execute();
    for (const root of idList(entry.roots)) roots.add(root);
  }
  await rebase(tx, author, roots, new Set(), async () => undefined);
  tx.changes.topic('outbox');
}

/** Forgets settled entries that are older than {@link SENT_LOG_DAYS}. @returns how many went */
export async function trimSentLog(tx: CacheTransaction, nowMs: number): Promise<number> {
  const oldest = addDays(inTimeZone(nowMs, 'UTC').day, -SENT_LOG_DAYS);
  const { numDeletedRows } = await tx.db
    .deleteFrom('sentEntry')
    .where('settledAt', '<', oldest)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

type Refusal = Extract<Answer, { status: 'refused' }>;

/** What answers came to. */
export interface TakenAnswers {
  /** Entries whose text the server keeps from now on: it has agreed to them, or has handed them to the office. */
  readonly taken: readonly string[];
  /** Entries that were refused, and whose text is before their author now. */
  readonly refused: readonly string[];
  /** Text was dropped because it lies with the office now: the log should be emptied soon. */
  readonly dropped: boolean;
}

/**
 * Takes the server's answers in. Agreed entries wait for their rows; refused ones leave the outbox with all
 * that depended on them, their effect is taken back, and the person finds them under attention.
 */
export async function takeAnswers(
  tx: CacheTransaction,
  author: RuleAuthor,
  answers: readonly Answer[],
): Promise<TakenAnswers> {
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
  const refusals = answers.filter((answer) => answer.status === 'refused');
  for (const refusal of refusals) {
    for (const id of await refuseChain(tx, waiting, refusal, applied, author.nowMs)) gone.add(id);
  }
  if (gone.size > 0) await rebase(tx, author, new Set(), gone, async () => undefined);
  tx.changes.topic('outbox');
  const handedOver = new Set(refusals.filter((refusal) => refusal.handedOver).map(({ id }) => id));
  return {
    taken: [...applied, ...handedOver],
    refused: [...gone].filter((id) => !handedOver.has(id)),
    dropped: handedOver.size > 0,
  };
}

/**
 * What depended on a refused entry is refused with it. Not on one that was handed over: what else was typed
 * about that child has to reach the office too, so the server is asked for each.
 */
async function refuseChain(
  tx: CacheTransaction,
  waiting: readonly WaitingEntry[],
  refusal: Refusal,
  applied: ReadonlySet<string>,
  nowMs: number,
): Promise<Set<string>> {
  const chain = new Set<string>();
  for (const entry of waiting) {
    if (entry.id === refusal.id) {
      chain.add(entry.id);
      await keepRefused(tx, entry, refusal, await headOfChain(tx, entry), nowMs);
    } else if (!refusal.handedOver && dependsOnAny(entry, chain) && !applied.has(entry.id)) {
      chain.add(entry.id);
      await keepRefused(tx, entry, { reason: 'dependencyRefused' }, refusal.id, nowMs);
    }
  }
  return chain;
}

function dependsOnAny(entry: WaitingEntry, ids: ReadonlySet<string>): boolean {
  return entry.dependsOn.some((id) => ids.has(id));
}

/** Puts a refused entry before the person; of one that was handed over, a reference. */
export async function keepRefused(
  tx: CacheTransaction,
  entry: Omit<WaitingEntry, 'state'>,
  { reason, handedOver }: Pick<Refusal, 'reason' | 'handedOver'>,
  chainHead: string | null,
  nowMs: number,
): Promise<void> {
  await tx.db
    .replaceInto('refusedEntry')
    .values({
      id: entry.id,
      name: entry.name,
      args: handedOver ? referenceTo(entry.args) : JSON.stringify(entry.args),
      occurredAt: entry.occurredAt,
      reason,
      refusedAt: toInstant(nowMs),
      chainHead,
      roots: JSON.stringify(entry.roots),
      handedOver: handedOver ? 1 : 0,
    })
    .execute();
}

/** An entry can be refused later than the one it depends on; both belong to one chain. */
async function headOfChain(
  tx: CacheTransaction,
  entry: Pick<WaitingEntry, 'dependsOn'>,
): Promise<string | null> {
  if (entry.dependsOn.length === 0) return null;
  const earlier = await tx.db
    .selectFrom('refusedEntry')
    .select(['id', 'chainHead'])
    .where('id', 'in', [...entry.dependsOn])
    .executeTakeFirst();
  return earlier ? (earlier.chainHead ?? earlier.id) : null;
}
