import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type { Cell } from './server-database.ts';

/** Statements kept prepared; a school's work uses some dozens. */
const LIMIT = 300;

/** The same connection twice: for Kysely, and for rows as arrays. */
interface CachedConnection {
  readonly forKysely: SqliteDatabase;
  readonly arrays: (text: string, parameters: readonly Cell[]) => Cell[][];
}

/** A statement that does nothing. */
const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

/**
 * Keeps prepared statements by their text: preparing costs more than running most of ours.
 * Statements are always run to their end (`all`, `run`), so none is busy when it is asked for again.
 */
export function withStatementCache(database: Database.Database): CachedConnection {
  const forKysely = new Map<string, SqliteStatement>();
  const forArrays = new Map<string, Database.Statement>();
  const remembered = <T>(cache: Map<string, T>, text: string, prepare: () => T): T => {
    const found = cache.get(text);
    if (found !== undefined) return found;
    if (cache.size >= LIMIT) cache.clear();
    const made = prepare();
    cache.set(text, made);
    return made;
  };
  return {
    forKysely: {
      close: () => void database.close(),
      prepare: (text) => {
        // A full disk or an I/O error has rolled back already; a complaint about that would hide its cause.
        if (text === 'rollback' && !database.inTransaction) return nothing;
        return remembered(forKysely, text, () => database.prepare(text));
      },
    },
    arrays: (text, parameters) => {
      const statement = remembered(forArrays, text, () => database.prepare(text).raw(true));
      return statement.all(...parameters) as Cell[][]; // raw mode: rows are arrays of SQLite's own values
    },
  };
}
