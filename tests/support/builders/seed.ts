import type { Row, TableName } from '../../../src-shared/tables/registry.ts';
import type { TestCache } from '../cache.ts';
import type { SeedRow } from './seed-row.ts';

/** A row with its table's name, to be seeded. */
export function inTable<T extends TableName>(table: T, row: Row<T>): SeedRow {
  // Table and row are of one T; the union of all tables cannot be narrowed by it.
  return { table, row } as unknown as SeedRow;
}

/** Rows by table; several of one table as a list. Seeded in any order: no table depends on another. */
export type SeedRows = { readonly [T in TableName]?: Row<T> | readonly Row<T>[] };

/** Seeds rows of several tables. */
export async function seed(cache: TestCache, rows: SeedRows): Promise<void> {
  for (const [table, one] of Object.entries(rows)) {
    const list: readonly object[] = Array.isArray(one) ? one : [one];
    // Keys of SeedRows are table names and their values rows of that table.
    await cache.seed(...(list.map((row) => ({ table, row })) as unknown as SeedRow[]));
  }
}
