import { snakeCase } from '../../../src-shared/tables/column.ts';
import { columnNames, type Row, rootIdOf, type TableName } from '../../../src-shared/tables/registry.ts';
import type { RawDatabase } from './open-database.ts';

export type Cell = string | number | null;
/** A row whose table is only known at run time. */
export type AnyRow = Readonly<Record<string, Cell>>;

/** Prepared statements for whole rows of synced tables; much faster than a query builder in bulk. */
export interface RowWriter {
  /** The row with this id, or undefined. */
  read(table: TableName, id: string): AnyRow | undefined;
  /** Writes cells in the registry's column order; a row of the same id is replaced. */
  putCells(table: TableName, cells: readonly Cell[]): void;
  put<T extends TableName>(table: T, row: Row<T> | AnyRow): void;
  remove(table: TableName, id: string): void;
  /** The root a stored row hangs on, or undefined when there is no such row. */
  rootOf(table: TableName, id: string): string | undefined;
}

interface TableStatements {
  readonly columns: readonly string[];
  readonly read: { get(id: string): unknown };
  /** The driver takes an array as well as arguments, and need not gather it anew. */
  readonly put: { run(cells: readonly Cell[]): unknown };
  readonly remove: { run(id: string): unknown };
}

function prepare(raw: RawDatabase, table: TableName): TableStatements {
  const columns = columnNames(table);
  const name = snakeCase(table);
  const named = columns.map((column) => `${snakeCase(column)} as "${column}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const all = columns.map(snakeCase).join(', ');
  return {
    columns,
    read: raw.prepare<[string]>(`select ${named} from ${name} where id = ?`),
    put: raw.prepare<[readonly Cell[]]>(`insert or replace into ${name} (${all}) values (${marks})`),
    remove: raw.prepare<[string]>(`delete from ${name} where id = ?`),
  };
}

/** A row writer over one connection; statements are prepared when a table is first used. */
export function createRowWriter(raw: RawDatabase): RowWriter {
  const prepared = new Map<TableName, TableStatements>();
  const of = (table: TableName): TableStatements => {
    let statements = prepared.get(table);
    if (!statements) {
      statements = prepare(raw, table);
      prepared.set(table, statements);
    }
    return statements;
  };
  const read = (table: TableName, id: string): AnyRow | undefined =>
    // The columns selected are the table's own: text, integers and nulls.
    of(table).read.get(id) as AnyRow | undefined;
  return {
    read,
    putCells: (table, cells) => void of(table).put.run(cells),
    put: (table, row) => {
      const { columns, put } = of(table);
      const values = row as AnyRow; // a Row<T> is made of text, numbers and nulls
      put.run(columns.map((column) => values[column] ?? null));
    },
    remove: (table, id) => void of(table).remove.run(id),
    rootOf: (table, id) => {
      const row = read(table, id);
      return row && rootIdOf(table, row);
    },
  };
}
