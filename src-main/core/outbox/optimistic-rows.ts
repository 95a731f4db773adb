import { type Change, wouldOverwrite } from '../../../src-shared/contract/command.ts';
import { rootIdOf, type TableName } from '../../../src-shared/tables/registry.ts';
import type { CacheTransaction } from '../database/cache.ts';
import type { AnyRow } from '../database/row-writer.ts';

/** The ids of the roots that changes hang on. */
export function rootsOf(changes: readonly Change[]): string[] {
  return changes.map((change) =>
    change.kind === 'put' ? rootIdOf(change.table, change.row) : change.rootId,
  );
}

/** True when a new row of an entry has the id of something else; then none of its rows may be written. */
export function takesForeignId(tx: CacheTransaction, changes: readonly Change[]): boolean {
  return changes.some(
    (change) => change.kind === 'put' && wouldOverwrite(change, tx.rows.read(change.table, change.row.id)),
  );
}

/** Writes what an entry changes, keeping the row it found each time. The entry must be in the outbox. */
export function writeOptimistically(tx: CacheTransaction, entryId: string, changes: readonly Change[]): void {
  const keep = tx.raw.prepare<[string, number, string, string, string | null]>(
    'insert into before_image (entry_id, position, table_name, row_id, row) values (?, ?, ?, ?, ?)',
  );
  for (const [position, change] of changes.entries()) {
    const rowId = change.kind === 'put' ? change.row.id : change.id;
    const before = tx.rows.read(change.table, rowId);
    const row = before === undefined ? null : JSON.stringify(before);
    keep.run(entryId, position, change.table, rowId, row);
    if (change.kind === 'put') tx.rows.put(change.table, change.row);
    else tx.rows.remove(change.table, rowId);
    tx.changes.row(change.table, change.kind === 'put' ? rootIdOf(change.table, change.row) : change.rootId);
  }
}

/** Takes back what these entries changed, the newest first, and forgets their before-images. */
export async function undoOptimistically(tx: CacheTransaction, entryIds: readonly string[]): Promise<void> {
  for (const entryId of [...entryIds].reverse()) {
    const images = await tx.db
      .selectFrom('beforeImage')
      .select(['tableName', 'rowId', 'row'])
      .where('entryId', '=', entryId)
      .orderBy('position', 'desc')
      .execute();
    for (const image of images) restore(tx, image);
    await tx.db.deleteFrom('beforeImage').where('entryId', '=', entryId).execute();
  }
}

function restore(
  tx: CacheTransaction,
  image: { tableName: TableName; rowId: string; row: string | null },
): void {
  const { tableName, rowId } = image;
  const now = tx.rows.rootOf(tableName, rowId);
  if (now !== undefined) tx.changes.row(tableName, now);
  if (image.row === null) {
    tx.rows.remove(tableName, rowId);
    return;
  }
  // Written by this desk as the JSON of a row of this very table.
  const row = JSON.parse(image.row) as AnyRow;
  tx.rows.put(tableName, row);
  tx.changes.row(tableName, rootIdOf(tableName, row));
}
