import { columnNames, type TableName } from '../../../src-shared/tables/registry.ts';
import type { SimDesk } from './sim-desk.ts';

export type Known = Readonly<Record<string, unknown>>;

/** The rows a desk holds, by table, with their columns' names. */
export async function knownTo(desk: SimDesk): Promise<(table: TableName) => readonly Known[]> {
  const rows = await desk.rows();
  return (table) =>
    rows[table].map((cells) =>
      Object.fromEntries(columnNames(table).map((column, index) => [column, cells[index]])),
    );
}
