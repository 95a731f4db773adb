import Database from 'better-sqlite3';
import { CamelCasePlugin, Kysely, SqliteDialect } from 'kysely';
import type { ServerDatabase } from './open-database.ts';
import type { ServerTables } from './schema.ts';
import { withStatementCache } from './statement-cache.ts';

/** What each connection must say when asked back; a driver that ignores one is refused. */
const requiredPragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  temp_store: 2,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
} as const;

/** Opens the embedded database file, encrypted when a key is given. Two connections: one writes, one reads. */
export function openSqlite(file: string, key: string | null): ServerDatabase {
  const writing = connect(file, key, false);
  const reading = connect(file, key, true);
  const arrays = withStatementCache(reading);
  const reader = kyselyOver(reading);
  const writer = kyselyOver(writing);
  return {
    dialect: 'sqlite',
    writer,
    reader,
    selectArrays: async (text, parameters) => arrays.arrays(text, parameters),
    announce: async () => undefined,
    onAnnounced: () => undefined,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function connect(file: string, key: string | null, readonly: boolean): Database.Database {
  const database = new Database(file, { readonly });
  if (key !== null) {
    database.pragma("cipher='sqlcipher'");
    database.pragma(`key="x'${key}'"`);
  }
  try {
    if (!readonly) database.pragma('journal_mode = WAL');
    for (const name of [
      'synchronous = FULL',
      'foreign_keys = ON',
      'busy_timeout = 5000',
      'temp_store = MEMORY',
      'secure_delete = ON',
      'trusted_schema = OFF',
      'cell_size_check = ON',
    ]) {
      database.pragma(name);
    }
    for (const [name, expected] of Object.entries(requiredPragmas)) {
      const actual: unknown = database.pragma(name, { simple: true });
      if (actual !== expected)
        throw new Error(
          `SQLite answers ${name}=${String(actual)} where ${expected} is required; this driver must not be used.`,
        );
    }
  } catch (error) {
    database.close();
    if (
      error instanceof Database.SqliteError &&
      (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT')
    ) {
      throw new UnreadableDatabaseError(
        `The database ${file} can't be read with this key, or is damaged. Put back the key file, or restore the last backup; nothing was changed.`,
      );
    }
    throw error;
  }
  return database;
}

/** The file is not a database, is damaged, or the key is another one. */
export class UnreadableDatabaseError extends Error {
  override name = 'UnreadableDatabaseError';
}

function kyselyOver(database: Database.Database): Kysely<ServerTables> {
  return new Kysely<ServerTables>({
    dialect: new SqliteDialect({ database: withStatementCache(database).forKysely }),
    plugins: [new CamelCasePlugin()],
  });
}
