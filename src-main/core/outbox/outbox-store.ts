import type { Kysely, Selectable } from 'kysely';
import type { TableName } from '../../../src-shared/tables/registry.ts';
import type { CacheTables } from '../database/cache-tables.ts';
import type { CacheReader } from '../dispatch/context.ts';
import type { OutboxEntry } from './run-rule.ts';

type StoredEntry = Selectable<CacheTables['outboxEntry']>;

/** An entry of the outbox with what this desk knows about it. */
export interface WaitingEntry extends OutboxEntry {
  readonly state: 'pending' | 'applied';
  readonly roots: readonly string[];
}

/** JSON cells are written by this desk alone; a list is a list of ids. */
export function idList(json: string): readonly string[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((item) => typeof item === 'string') : [];
}

export function entryFrom(
  stored: Pick<StoredEntry, 'id' | 'name' | 'args' | 'occurredAt' | 'dependsOn'>,
): OutboxEntry {
  return {
    id: stored.id,
    name: stored.name,
    args: JSON.parse(stored.args),
    occurredAt: stored.occurredAt,
    dependsOn: idList(stored.dependsOn),
  };
}

/** All entries that are not settled, oldest first. */
export async function waitingEntries(db: CacheReader | Kysely<CacheTables>): Promise<WaitingEntry[]> {
  const stored = await (db as CacheReader) // both can select
    .selectFrom('outboxEntry')
    .selectAll()
    .orderBy('position')
    .execute();
  return stored.map((entry) => ({ ...entryFrom(entry), state: entry.state, roots: idList(entry.roots) }));
}

/** The next entries to push, oldest first. */
export async function pendingEntries(reader: CacheReader, limit: number): Promise<OutboxEntry[]> {
  const stored = await reader
    .selectFrom('outboxEntry')
    .select(['id', 'name', 'args', 'occurredAt', 'dependsOn'])
    .where('state', '=', 'pending')
    .orderBy('position')
    .limit(limit)
    .execute();
  return stored.map(entryFrom);
}

/** Puts an entry at the end of the outbox. */
export async function storeEntry(
  db: Kysely<CacheTables>,
  entry: OutboxEntry,
  roots: readonly string[],
): Promise<void> {
  await db
    .insertInto('outboxEntry')
    .values({
      id: entry.id,
      name: entry.name,
      args: JSON.stringify(entry.args),
      occurredAt: entry.occurredAt,
      dependsOn: JSON.stringify(entry.dependsOn),
      state: 'pending',
      roots: JSON.stringify([...new Set(roots)]),
    })
    .execute();
}

/** Notes further roots of an entry: its rule found other rows than when it was made. */
export async function addRoots(
  db: Kysely<CacheTables>,
  entry: WaitingEntry,
  roots: readonly string[],
): Promise<void> {
  const all = new Set([...entry.roots, ...roots]);
  if (all.size === entry.roots.length) return;
  await db
    .updateTable('outboxEntry')
    .set({ roots: JSON.stringify([...all]) })
    .where('id', '=', entry.id)
    .execute();
}

/** Takes entries out of the outbox, with their before-images. */
export async function removeEntries(db: Kysely<CacheTables>, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  await db
    .deleteFrom('outboxEntry')
    .where('id', 'in', [...ids])
    .execute();
}

/**
 * The roots of entries that changed a row. An entry may have removed it, so that the row itself can't be
 * asked for its root any more; its before-image still holds it.
 */
export async function rootsOfEntriesOn(
  tx: { readonly db: Kysely<CacheTables> },
  tableName: TableName,
  rowId: string,
): Promise<string[]> {
  const entries = await tx.db
    .selectFrom('beforeImage')
    .innerJoin('outboxEntry', 'outboxEntry.id', 'beforeImage.entryId')
    .select('outboxEntry.roots')
    .where('beforeImage.tableName', '=', tableName)
    .where('beforeImage.rowId', '=', rowId)
    .execute();
  return entries.flatMap((entry) => idList(entry.roots));
}
