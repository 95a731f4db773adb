import { z } from 'zod';
import { type Change, type PutChange, put, remove } from '../contract/command.ts';
import { type Cells, cellsAmong } from '../roster/rows-among.ts';
import { type DomainReader, isTableName, rootIdOf, type TableName } from '../tables/registry.ts';

const cells = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/**
 * A row before and after something that can be taken back as a whole; null: it was not, or is not any more. Of a row
 * that is there both before and after only the fields that differ.
 */
const rowPairSchema = z.object({
  table: z.string().refine(isTableName),
  id: z.string(),
  before: cells.nullable(),
  after: cells.nullable(),
});
export type RowPair = Omit<z.output<typeof rowPairSchema>, 'table'> & { readonly table: TableName };

/** Reads pairs that a column keeps as JSON. */
export function readPairs(json: string): RowPair[] {
  return z
    .array(rowPairSchema)
    .parse(JSON.parse(json))
    .flatMap(({ table, ...pair }) => (isTableName(table) ? [{ table, ...pair }] : []));
}

/** The pair of a row that is written, or null when nothing differs. */
export function pairOf(table: TableName, before: Cells | null, after: Cells | null): RowPair | null {
  const id = String((after ?? before)?.id);
  if (!before || !after) return { table, id, before, after };
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return null;
  const only = (row: Cells) => Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
  return { table, id, before: only(before), after: only(after) };
}

/**
 * The changes that take pairs back, or null when one of the rows says something else by now. What somebody has removed
 * since stays removed.
 */
export async function takeBackPairs(db: DomainReader, pairs: readonly RowPair[]): Promise<Change[] | null> {
  const changes: Change[] = [];
  for (const table of new Set(pairs.map((pair) => pair.table))) {
    const own = pairs.filter((pair) => pair.table === table);
    const ids = own.map(({ id }) => id);
    const now = new Map((await cellsAmong(db, table, 'id', ids)).map((row) => [String(row.id), row]));
    for (const pair of own) {
      const present = now.get(pair.id);
      const { before, after } = pair;
      if (present && (!after || !saysStill(present, after))) return null;
      if (present && !before) changes.push(remove(table, pair.id, rootIdOf(table, present)));
      // Taken away by somebody since: it stays away. What was taken away itself comes back.
      if (before && (present || !after)) changes.push(putCells(table, { ...present, ...before }));
    }
  }
  return changes;
}

function saysStill(row: Cells, values: Cells): boolean {
  return Object.entries(values).every(([field, value]) => row[field] === value);
}

function putCells(table: TableName, row: Cells): PutChange {
  // The row was read from this very table.
  return put(table, row as never);
}
