import type { Delta, WireRows } from '../../../src-shared/sync/protocol.ts';
import { columnNames, isTableName, type TableName, tables } from '../../../src-shared/tables/registry.ts';
import { toInstant } from '../../../src-shared/values/day.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { readMeta, writeMeta } from '../database/cache-meta.ts';
import type { Cell } from '../database/row-writer.ts';
import { rootsOfEntriesOn } from '../outbox/outbox-store.ts';
import { rebase, type TouchedRoots } from '../outbox/rebase.ts';
import type { RuleAuthor } from '../outbox/run-rule.ts';
import { moveToSentLog } from '../outbox/settle.ts';
import { beginGrant, endGrant } from './grants.ts';

/** Beyond this many rows of a table, windows and search are told "the table" rather than each row. */
const NAMED_ROWS = 400;

/** What applying came to. */
export interface AppliedDelta {
  /** False: the delta begins at another cursor; nothing was done, a pull is needed. */
  readonly applied: boolean;
  /** Ids of this person's entries that are settled with it. */
  readonly settled: readonly string[];
  /** Something was deleted: the log should be emptied soon. */
  readonly deleted: boolean;
}

/**
 * Applies what the server sent, in the order the protocol says, under the desk's own unsettled entries.
 */
export async function applyDelta(
  tx: CacheTransaction,
  author: RuleAuthor,
  delta: Delta,
): Promise<AppliedDelta> {
  if ((await readMeta(tx.db, 'cursor')) !== delta.from)
    return { applied: false, settled: [], deleted: false };
  const gone = await moveToSentLog(tx, delta.settles, author.nowMs);
  await rebase(tx, author, await touchedRoots(tx, delta), gone, async () => {
    for (const grant of delta.ended) await endGrant(tx, grant);
    for (const grant of delta.began) await beginGrant(tx, grant);
    removeRows(tx, delta);
    putRows(tx, delta.rows);
  });
  await writeMeta(tx.db, 'cursor', delta.to);
  await writeMeta(tx.db, 'lastSyncAt', toInstant(author.nowMs));
  tx.changes.topic('syncState');
  const deleted = delta.ended.length + delta.began.length + Object.keys(delta.removed).length > 0;
  return { applied: true, settled: [...gone], deleted };
}

function removeRows(tx: CacheTransaction, delta: Delta): void {
  for (const [table, ids] of entriesOf(delta.removed)) {
    for (const id of ids) {
      const root = tx.rows.rootOf(table, id);
      if (root === undefined) continue;
      tx.rows.remove(table, id);
      tx.changes.row(table, root);
    }
  }
}

/** Puts rows as they come over the wire, in the registry's column order. */
export function putRows(tx: CacheTransaction, rows: WireRows): void {
  for (const [table, cells] of entriesOf(rows)) {
    const rootAt = rootCellOf(table);
    for (const row of cells) tx.rows.putCells(table, row);
    if (cells.length > NAMED_ROWS) tx.changes.table(table);
    else for (const row of cells) tx.changes.row(table, rootOfCells(rootAt, row));
  }
}

/** The roots of wire rows. */
export function rootsOfRows(rows: WireRows): Set<string> {
  const roots = new Set<string>();
  for (const [table, cells] of entriesOf(rows)) {
    const rootAt = rootCellOf(table);
    for (const row of cells) roots.add(rootOfCells(rootAt, row));
  }
  return roots;
}

/** Grants come and go seldom, and take rows along that hang on other roots: then everything is looked at. */
async function touchedRoots(tx: CacheTransaction, delta: Delta): Promise<TouchedRoots> {
  if (delta.ended.length + delta.began.length > 0) return 'all';
  const roots = rootsOfRows(delta.rows);
  for (const [table, ids] of entriesOf(delta.removed)) {
    for (const id of ids) {
      const root = tx.rows.rootOf(table, id);
      if (root !== undefined) roots.add(root);
      for (const hidden of await rootsOfEntriesOn(tx, table, id)) roots.add(hidden);
    }
  }
  return roots;
}

function rootCellOf(table: TableName): number {
  const { rootColumn } = tables[table];
  return rootColumn === null ? -1 : columnNames(table).indexOf(rootColumn);
}

function rootOfCells(rootAt: number, row: readonly Cell[]): string {
  return rootAt < 0 ? '-' : String(row[rootAt]);
}

/** The tables of a wire record with what it says of each. */
export function entriesOf<T>(record: Partial<Record<TableName, T>>): [TableName, T][] {
  return Object.entries(record).flatMap(([table, value]) => (isTableName(table) ? [[table, value]] : []));
}
