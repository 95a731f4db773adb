import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { RawDatabase } from './open-database.ts';

/** Enough for all queries of the app; SQLite prepares anew by itself when the schema changes. */
const LIMIT = 300;

/** A database for Kysely that prepares each text of SQL once. Its life is the raw connection's. */
export function withStatementCache(raw: RawDatabase): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      let statement = prepared.get(sql);
      if (!statement) {
        if (prepared.size >= LIMIT) prepared.clear();
        statement = raw.prepare(sql);
        prepared.set(sql, statement);
      }
      return statement;
    },
    close() {},
  };
}
