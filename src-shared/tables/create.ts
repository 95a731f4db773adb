import { type Kysely, sql } from 'kysely';

/** Where tables are made: the server adds school and revision to each synced table, the cache does not. */
export interface TableTarget {
  readonly dialect: 'sqlite' | 'postgres';
  readonly place: 'server' | 'cache';
}

/** Columns of a table as a migration freezes them: SQL name → type; `?` allows null. */
export type FrozenColumns = Readonly<Record<string, 'text' | 'text?' | 'integer' | 'integer?'>>;

/** A table as a migration freezes it. */
export interface FrozenTable {
  readonly name: string;
  readonly columns: FrozenColumns;
  readonly indexes: readonly (readonly string[])[];
}

/**
 * Makes a synced table. In the cache: STRICT, key `id`. On the server also `school_id` and `revision`,
 * key `(school_id, id)`, each index led by the school, and an index on the revision for pulls.
 */
export async function createSyncedTable(
  db: Kysely<unknown>,
  target: TableTarget,
  table: FrozenTable,
): Promise<void> {
  const onServer = target.place === 'server';
  let builder = db.schema.createTable(table.name);
  if (onServer) builder = builder.addColumn('school_id', 'integer', (column) => column.notNull());
  for (const [name, type] of Object.entries(table.columns)) {
    builder = builder.addColumn(name, type.startsWith('text') ? 'text' : 'integer', (column) =>
      type.endsWith('?') ? column : column.notNull(),
    );
  }
  if (onServer) builder = builder.addColumn('revision', revisionType(target), (column) => column.notNull());
  const key = onServer ? ['school_id', 'id'] : ['id'];
  builder = builder.addPrimaryKeyConstraint(`${table.name}_key`, key as never[]); // names are data here, not types
  await (target.dialect === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder).execute();
  for (const columns of table.indexes) await createIndex(db, table.name, columns, onServer);
  if (onServer) await createIndex(db, table.name, ['revision'], onServer);
}

/**
 * Adds a column at the end of a synced table that has rows. Both places give the old rows the same value, so
 * nothing has to be sent again.
 */
export async function addSyncedColumn(
  db: Kysely<unknown>,
  table: string,
  column: {
    readonly name: string;
    readonly type: 'text' | 'integer';
    /** Null: the column may be null, and is. */
    readonly value: string | number | null;
  },
): Promise<void> {
  await db.schema
    .alterTable(table)
    .addColumn(column.name, column.type, (builder) =>
      column.value === null ? builder : builder.notNull().defaultTo(column.value),
    )
    .execute();
}

/** The column type of a revision: 64 bits on both engines. */
export function revisionType(target: TableTarget): 'bigint' | 'integer' {
  return target.dialect === 'postgres' ? 'bigint' : 'integer';
}

/** Drops or makes again the look-up indexes of a table (a first pull inserts faster without them). */
export function indexName(table: string, columns: readonly string[]): string {
  return `${table}_by_${columns.join('_')}`;
}

async function createIndex(
  db: Kysely<unknown>,
  table: string,
  columns: readonly string[],
  onServer: boolean,
): Promise<void> {
  const all = onServer ? ['school_id', ...columns] : [...columns];
  await db.schema.createIndex(indexName(table, columns)).on(table).columns(all).execute();
}
