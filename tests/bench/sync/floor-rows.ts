import { randomBytes, randomUUID } from 'node:crypto';
import { cacheMigrations } from '../../../src-main/core/database/cache-migrations.ts';
import { migrate } from '../../../src-main/core/database/migrate.ts';
import { openDatabase, type RawDatabase } from '../../../src-main/core/database/open-database.ts';
import type { Cell } from '../../../src-main/core/database/row-writer.ts';
import { snakeCase } from '../../../src-shared/tables/column.ts';
import { columnNames, type TableName, tables } from '../../../src-shared/tables/registry.ts';

/** A row as the floor sends it. */
export type FloorRow = readonly [table: TableName, cells: readonly Cell[]];

/** What a sick note writes: the absence, its mark, the report and the entry of its history. */
const tablesOfANote = ['absence', 'absenceMark', 'absenceReport', 'absenceEvent'] as const;

/** Rows of the size of a sick note's, invented. */
export function floorNote(): FloorRow[] {
  return tablesOfANote.map((table) => {
    const kinds = Object.values(tables[table].columns).map((column) => column.kind);
    const names = columnNames(table);
    return [table, names.map((name, at) => (kinds[at] === 'text' ? invented(name) : 1))];
  });
}

function invented(column: string): string {
  if (column === 'id' || column.endsWith('Id') || column.endsWith('By')) return randomUUID();
  return column === 'remark' ? 'Fieber seit gestern Abend (1)' : '2027-02-01';
}

/** An encrypted file with the same tables and indexes as a cache, and bare statements to write rows. */
export interface FloorFile {
  readonly raw: RawDatabase;
  /** Writes rows durably, in one transaction, with whatever else belongs to it. */
  readonly write: (rows: readonly FloorRow[], also?: () => void) => void;
}

export async function openFloorFile(path: string): Promise<FloorFile> {
  const raw = openDatabase({ path, key: new Uint8Array(randomBytes(32)) });
  await migrate(raw, cacheMigrations);
  raw.exec('create table floor_outbox (position integer primary key, body text not null) strict');
  const statements = new Map(
    tablesOfANote.map((table) => {
      const marks = columnNames(table).map(() => '?');
      const text = `insert or replace into ${snakeCase(table)} values (${marks.join(', ')})`;
      return [table as TableName, raw.prepare<Cell[]>(text)];
    }),
  );
  const write = raw.transaction((rows: readonly FloorRow[], also?: () => void) => {
    for (const [table, cells] of rows) statements.get(table)?.run(...cells);
    also?.();
  });
  return { raw, write: (rows, also) => void write(rows, also) };
}
