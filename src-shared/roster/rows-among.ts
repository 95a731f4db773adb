import type { DomainReader, Row, TableName } from '../tables/registry.ts';

/** The most values of one question; PostgreSQL and SQLite both take more, but not without end. */
const AT_ONCE = 500;

/** A row of a table that is only known at run time. */
export type Cells = Readonly<Record<string, string | number | null>>;

/** The rows of a table in which a column has one of the values; no values, no question. */
export async function rowsAmong<T extends TableName>(
  db: DomainReader,
  table: T,
  column: keyof Row<T> & string,
  values: Iterable<string>,
): Promise<Row<T>[]> {
  // All columns of the table were asked for.
  return (await cellsAmong(db, table, column, values)) as unknown as Row<T>[];
}

/** {@link rowsAmong} for a table and a column of it that are only known at run time. */
export async function cellsAmong(
  db: DomainReader,
  table: TableName,
  column: string,
  values: Iterable<string>,
): Promise<Cells[]> {
  const list = [...new Set(values)];
  const found: Cells[] = [];
  for (let start = 0; start < list.length; start += AT_ONCE) {
    const rows = await db
      // The builder can't follow a table that is only known at run time.
      .selectFrom(table as 'student')
      .selectAll()
      .where(column as 'id', 'in', list.slice(start, start + AT_ONCE))
      .execute();
    found.push(...rows);
  }
  return found;
}
