import type { WireRows } from '../../../src-shared/sync/protocol.ts';
import { snakeCase } from '../../../src-shared/tables/column.ts';
import { tableNames } from '../../../src-shared/tables/registry.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { entriesOf } from './apply-delta.ts';

/**
 * A cache that has rows already is filled anew while people work with it: what is there stays, what comes
 * replaces it, and what did not come again goes at the end.
 */
export async function beginRefill(tx: CacheTransaction): Promise<void> {
  await tx.db.deleteFrom('seenRow').execute();
}

/** Notes rows that came again. */
export function noteSeen(tx: CacheTransaction, rows: WireRows): void {
  const note = tx.raw.prepare<[string, string]>('insert or ignore into seen_row values (?, ?)');
  for (const [table, cells] of entriesOf(rows)) for (const row of cells) note.run(table, String(row[0]));
}

/** Deletes what did not come again. */
export async function endRefill(tx: CacheTransaction): Promise<void> {
  for (const table of tableNames) {
    const { changes } = tx.raw
      .prepare<[string]>(
        `delete from ${snakeCase(table)} where id not in (select row_id from seen_row where table_name = ?)`,
      )
      .run(table);
    if (changes > 0) tx.changes.table(table);
  }
  await tx.db.deleteFrom('seenRow').execute();
}
