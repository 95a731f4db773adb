import { CompiledQuery } from 'kysely';
import type { PutChange } from '../../src-shared/contract/command.ts';
import { snakeCase } from '../../src-shared/tables/column.ts';
import { columnNames, type TableName, tableNames } from '../../src-shared/tables/registry.ts';
import type { ServerWriter } from '../database/schema.ts';
import { type Cell, numberedParameters } from '../database/server-database.ts';

/** Statements of one synced table, written out once: the query builder would compile them anew for each row. */
interface TableStatements {
  readonly columns: readonly string[];
  readonly upsert: string;
  readonly select: string;
  readonly remove: string;
}

const statements = new Map<TableName, TableStatements>(
  tableNames.map((table) => [table, statementsOf(table)]),
);

function statementsOf(table: TableName): TableStatements {
  const columns = columnNames(table);
  const names = columns.map(snakeCase);
  const rest = [...names.filter((name) => name !== 'id'), 'revision'];
  const name = snakeCase(table);
  return {
    columns,
    upsert:
      `insert into ${name} (school_id, ${names.join(', ')}, revision) values (${Array(names.length + 2)
        .fill('?')
        .join(', ')}) ` +
      `on conflict (school_id, id) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    select: `select ${columns.map((column) => `${snakeCase(column)} as "${column}"`).join(', ')} from ${name} where school_id = ? and id = ?`,
    remove: `delete from ${name} where school_id = ? and id = ?`,
  };
}

function of(table: TableName): TableStatements {
  const found = statements.get(table);
  if (!found) throw new Error(`no such table: ${table}`);
  return found;
}

async function run(
  db: ServerWriter,
  dialect: 'sqlite' | 'postgres',
  text: string,
  parameters: readonly Cell[],
) {
  return db.executeQuery<Record<string, Cell>>(
    CompiledQuery.raw(dialect === 'postgres' ? numberedParameters(text) : text, [...parameters]),
  );
}

/** Reads and writes single rows of synced tables inside a transaction. */
export class StoredRows {
  readonly #db: ServerWriter;
  readonly #dialect: 'sqlite' | 'postgres';
  readonly #schoolId: number;

  constructor(db: ServerWriter, dialect: 'sqlite' | 'postgres', schoolId: number) {
    this.#db = db;
    this.#dialect = dialect;
    this.#schoolId = schoolId;
  }

  /** The row as it stands, or undefined. */
  async find(table: TableName, id: string): Promise<Record<string, Cell> | undefined> {
    const result = await run(this.#db, this.#dialect, of(table).select, [this.#schoolId, id]);
    return result.rows[0];
  }

  /** Writes a whole row at a revision. */
  async put(change: PutChange, revision: number): Promise<void> {
    const { columns, upsert } = of(change.table);
    const row: Record<string, Cell> = change.row;
    await run(this.#db, this.#dialect, upsert, [
      this.#schoolId,
      ...columns.map((column) => row[column] ?? null),
      revision,
    ]);
    await run(
      this.#db,
      this.#dialect,
      'delete from tombstone where school_id = ? and table_name = ? and row_id = ?',
      [this.#schoolId, change.table, change.row.id],
    );
  }

  /** Takes a row away and leaves a tombstone for those who may hold it. */
  async remove(table: TableName, id: string, rootId: string, revision: number): Promise<void> {
    await run(this.#db, this.#dialect, of(table).remove, [this.#schoolId, id]);
    await run(
      this.#db,
      this.#dialect,
      'insert into tombstone (school_id, revision, table_name, row_id, root_id) values (?, ?, ?, ?, ?) ' +
        'on conflict (school_id, table_name, row_id) do update set revision = excluded.revision, root_id = excluded.root_id',
      [this.#schoolId, revision, table, id, rootId],
    );
  }
}
