import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { syncOperations } from '../../../src-shared/sync/contract.ts';
import type { Cache } from '../database/cache.ts';
import { readMeta } from '../database/cache-meta.ts';
import type { CacheReader, FeatureHandlers } from '../dispatch/context.ts';
import { entryFrom } from '../outbox/outbox-store.ts';
import { studentIdOf } from '../outbox/reference.ts';
import type { SyncEngine } from './sync-engine.ts';

type Entries = OperationResult<'sync.entries'>;
type EntryView = Entries['pending'][number];

/** What the answers about syncing are made from. */
export interface SyncParts {
  readonly cache: Cache;
  readonly engine: SyncEngine;
  /** Entries of other people of this device that wait for delivery. */
  readonly othersPending: () => number;
}

/** The answers about what waits, what was refused and how syncing goes. */
export function syncHandlers(parts: SyncParts): FeatureHandlers<typeof syncOperations> {
  const { cache, engine } = parts;
  return {
    'sync.state': () => syncState(parts),
    'sync.entries': () => readEntries(cache.reader),
    'sync.dismiss': async ({ entryId }) => {
      await dismiss(cache, entryId);
      return {};
    },
    'sync.now': () => {
      engine.pokeForPull();
      return {};
    },
  };
}

async function syncState({
  cache,
  engine,
  othersPending,
}: SyncParts): Promise<OperationResult<'sync.state'>> {
  const { reader } = cache;
  const count = async (table: 'outboxEntry' | 'refusedEntry') => {
    const query = reader.selectFrom(table).select((of) => of.fn.countAll<number>().as('count'));
    return (await query.executeTakeFirstOrThrow()).count;
  };
  const pending = await count('outboxEntry');
  const isWorking = pending > 0 && engine.phase === 'synchronous';
  return {
    state: isWorking ? 'working' : engine.phase,
    lastSyncAt: engine.lastAgreedAt ?? (await readMeta(reader, 'lastSyncAt')),
    offlineSince: engine.offlineSince,
    pending,
    attention: await countChains(reader),
    othersPending: othersPending(),
  };
}

/** One refusal counts once, however much depended on it. */
async function countChains(reader: CacheReader): Promise<number> {
  const { count } = await reader
    .selectFrom('refusedEntry')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('chainHead', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

async function readEntries(reader: CacheReader): Promise<Entries> {
  const waiting = await reader.selectFrom('outboxEntry').selectAll().orderBy('position').execute();
  const refused = await reader.selectFrom('refusedEntry').selectAll().orderBy('refusedAt', 'desc').execute();
  const views = async (stored: Parameters<typeof entryFrom>[0] & { args: string }) =>
    viewOf(reader, { ...stored, dependsOn: '[]' });
  const pending: EntryView[] = [];
  for (const entry of waiting) pending.push(await views(entry));
  const attention: Entries['attention'] = [];
  for (const head of refused.filter((entry) => entry.chainHead === null)) {
    attention.push({
      ...(await views({ ...head, dependsOn: '[]' })),
      reason: head.reason,
      refusedAt: head.refusedAt,
      chain: refused.filter((entry) => entry.chainHead === head.id).length,
      args: head.args,
      handedOver: head.handedOver === 1,
    });
  }
  return { pending, attention };
}

async function viewOf(reader: CacheReader, stored: Parameters<typeof entryFrom>[0]): Promise<EntryView> {
  const { id, name, args, occurredAt } = entryFrom(stored);
  const studentId = studentIdOf(args);
  const student =
    studentId === null
      ? undefined
      : await reader
          .selectFrom('student')
          .select(['givenName', 'familyName'])
          .where('id', '=', studentId)
          .executeTakeFirst();
  return {
    entryId: id,
    name,
    occurredAt,
    studentId,
    studentName: student ? `${student.givenName} ${student.familyName}` : null,
  };
}

async function dismiss(cache: Cache, entryId: string): Promise<void> {
  await cache.write(async (tx) => {
    await tx.db
      .deleteFrom('refusedEntry')
      .where((where) => where.or([where('id', '=', entryId), where('chainHead', '=', entryId)]))
      .execute();
    tx.changes.topic('outbox');
  });
}
