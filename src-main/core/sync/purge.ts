import { type Facet, facetRights } from '../../../src-shared/rights/facets.ts';
import { snakeCase } from '../../../src-shared/tables/column.ts';
import { type TableName, tableNames, tables } from '../../../src-shared/tables/registry.ts';
import type { CacheTransaction } from '../database/cache.ts';

/** All roots of a facet. */
export const EVERY_ROOT = '*';

/** A column by which rows of a table hang on a root of a facet. */
interface Tie {
  readonly table: TableName;
  /** SQL name; null where the school itself is the root. */
  readonly column: string | null;
}

/** What of a table's description says on which roots its rows hang. */
interface Hanging {
  readonly facet: Facet;
  readonly rootColumn: string | null;
  readonly secondRoot?: { readonly facet: Facet; readonly column: string };
}

function tiesOf(facet: Facet, withSecondRoots: boolean): Tie[] {
  return tableNames.flatMap((name) => {
    const table: Hanging = tables[name];
    const ties: Tie[] = [];
    if (table.facet === facet) {
      ties.push({ table: name, column: table.rootColumn === null ? null : snakeCase(table.rootColumn) });
    }
    if (withSecondRoots && table.secondRoot?.facet === facet) {
      ties.push({ table: name, column: snakeCase(table.secondRoot.column) });
    }
    return ties;
  });
}

/**
 * Deletes what the cache holds of (facet, root).
 * @param rootId a root, or {@link EVERY_ROOT}: then all but the roots that another grant still gives
 * @param withSecondRoots also rows that join it to another root: they may be held only while both are visible
 */
export async function purge(
  tx: CacheTransaction,
  facet: Facet,
  rootId: string,
  withSecondRoots: boolean,
): Promise<void> {
  for (const tie of tiesOf(facet, withSecondRoots)) {
    if (rootId === EVERY_ROOT) purgeAll(tx, facet, tie);
    else purgeRoot(tx, tie, rootId);
  }
  if (withSecondRoots) forgetWritten(tx, facet, rootId);
}

function purgeAll(tx: CacheTransaction, facet: Facet, { table, column }: Tie): void {
  const name = snakeCase(table);
  if (column === null) tx.raw.exec(`delete from ${name}`);
  else {
    tx.raw
      .prepare(
        `delete from ${name} where ${column} not in
           (select root_id from held_grant where facet = ? and root_id <> '*' and expired = 0)`,
      )
      .run(facet);
  }
  tx.changes.table(table);
}

function purgeRoot(tx: CacheTransaction, { table, column }: Tie, rootId: string): void {
  const name = snakeCase(table);
  const rootColumn = tables[table].rootColumn;
  if (column === null || rootColumn === null) {
    tx.raw.exec(`delete from ${name}`);
    tx.changes.table(table);
    return;
  }
  // A row found by its second root belongs to another root: that one changes.
  const roots = tx.raw
    .prepare<[string], { root: string }>(
      `delete from ${name} where ${column} = ? returning ${snakeCase(rootColumn)} as root`,
    )
    .all(rootId);
  for (const { root } of roots) tx.changes.row(table, root);
}

/** What one's own settled or refused entries said about a child goes with the child; their names stay. */
function forgetWritten(tx: CacheTransaction, facet: Facet, rootId: string): void {
  if (facetRights[facet].root !== 'student' || facet === 'student.presence') return;
  const about =
    rootId === EVERY_ROOT
      ? { where: '1', values: [] }
      : { where: 'exists (select 1 from json_each(roots) where value = ?)', values: [rootId] };
  const forgotten =
    tx.raw.prepare(`delete from sent_entry where ${about.where}`).run(...about.values).changes +
    tx.raw.prepare(`update refused_entry set args = '{}' where ${about.where}`).run(...about.values).changes;
  if (forgotten > 0) tx.changes.topic('outbox');
}
