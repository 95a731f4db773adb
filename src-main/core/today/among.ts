import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * `column in (ids)` as a condition whose SQL is the same for any number of ids, so that it is prepared once.
 * For the cache, which is SQLite.
 */
export function among(column: string, ids: Iterable<string>): RawBuilder<SqlBool> {
  const list = JSON.stringify([...new Set(ids)]);
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${list}))`;
}
