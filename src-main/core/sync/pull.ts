import { type Delta, protocolVersion } from '../../../src-shared/sync/protocol.ts';
import { inTimeZone } from '../../../src-shared/values/day.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { readMeta, writeMeta } from '../database/cache-meta.ts';
import { appliedEntries, awaitAnswerAgain } from '../outbox/settle.ts';
import { type AppliedDelta, applyDelta } from './apply-delta.ts';
import { hasExpiredGrants } from './grants.ts';
import type { SyncTools } from './sync-tools.ts';

/** How a pull went. `again`: the stream moved the cursor meanwhile. `resync`: begin anew, keep the outbox. */
export type Pulled = 'done' | 'again' | 'resync';

/** The protocol's limit; further ones are asked for by the next pull. */
const MOST_AWAITED = 1000;

/** Brings the cache from its cursor to the server's newest state. @throws {ServerFault} */
export async function pullOnce(
  tools: SyncTools,
  token: string,
  noteApplied: (applied: AppliedDelta) => void,
): Promise<Pulled> {
  const cursor = await readMeta(tools.cache.reader, 'cursor');
  if (cursor === null) return 'resync';
  const awaiting = [...(await tools.cache.write((tx) => appliedEntries(tx)))].slice(0, MOST_AWAITED);
  const answer = await tools.transport.pull(token, { protocol: protocolVersion, cursor, awaiting });
  if (answer.kind === 'resync') return 'resync';
  await pushAgain(tools, answer.missing ?? []);
  const applied = await takeDelta(tools, answer);
  if (!applied.applied) return 'again';
  noteApplied(applied);
  return (await tools.cache.write((tx) => tookTooMuch(tx, tools))) ? 'resync' : 'done';
}

/**
 * The server has agreed to these once and knows nothing of them now: it was restored from a backup. They wait
 * again, as if they had never been answered.
 */
async function pushAgain(tools: SyncTools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tools.cache.write((tx) => awaitAnswerAgain(tx, ids));
}

/** Applies a delta of a pull or of the stream. */
export async function takeDelta(tools: SyncTools, delta: Delta): Promise<AppliedDelta> {
  const applied = await tools.cache.write((tx) => applyDelta(tx, tools.author(), delta));
  tools.taken(applied.settled);
  return applied;
}

/**
 * Whether this desk's calendar has taken rights away that the server still gives: its clock was ahead. Then
 * all is pulled anew, once a day at most.
 */
async function tookTooMuch(tx: CacheTransaction, tools: SyncTools): Promise<boolean> {
  if (!(await hasExpiredGrants(tx))) return false;
  const { session, nowMs } = tools.author();
  const today = inTimeZone(nowMs, session.school.timeZone).day;
  if ((await readMeta(tx.db, 'expiryCheckedOn')) === today) return false;
  await writeMeta(tx.db, 'expiryCheckedOn', today);
  return true;
}

/** Forgets the cursor: the next sync sends the log of sent entries again and pulls everything. */
export async function forgetCursor(tools: SyncTools): Promise<void> {
  await tools.cache.write(async (tx) => {
    for (const key of ['cursor', 'resume', 'firstPull'] as const) await writeMeta(tx.db, key, null);
    await awaitAnswerAgain(tx, await appliedEntries(tx));
    await writeMeta(tx.db, 'refilling', true);
    await writeMeta(tx.db, 'resend', true);
    tx.changes.topic('syncState');
  });
}
