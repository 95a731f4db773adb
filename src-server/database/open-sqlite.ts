import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { ColumnNames } from '../../src-shared/tables/column-names.ts';
import type { ServerTables } from './schema.ts';
import type { ServerDatabase } from './server-database.ts';
import { withStatementCache } from './statement-cache.ts';
import { isStorageFull } from './storage-fault.ts';

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

const wantedPragmas = [
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  'temp_store = MEMORY',
  'secure_delete = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
];

/** The file is not a database, is damaged, or the key is another one. */
export class UnreadableDatabaseError extends Error {
  override name = 'UnreadableDatabaseError';
}

/**
 * Opens the embedded database file, encrypted when a key is given. Two connections: one writes, one reads.
 * @throws UnreadableDatabaseError for a damaged file or a wrong key; the whole file is looked through (R15).
 */
export function openSqlite(file: string, key: string | null): ServerDatabase {
  refuseEmptied(file);
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
      if (writing.open) gatherInFile(writing);
      await writer.destroy();
      // Kysely closes only what it has used.
      for (const connection of [reading, writing]) if (connection.open) connection.close();
    },
  };
}

/**
 * Everything into the one file: whoever copies it while the server is stopped has the whole school. Without
 * space for that, what is left stays in the log beside it and is read at the next start.
 */
function gatherInFile(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
}

/** SQLite takes a file of no bytes for a new database: a school that was cut to nothing would begin anew. */
function refuseEmptied(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size !== 0) return;
  throw new UnreadableDatabaseError(
    `The database ${file} is empty. Restore the last backup; if it has never held a school, delete the file. Nothing was changed.`,
  );
}

function connect(file: string, key: string | null, readonly: boolean): Database.Database {
  const database = new Database(file, { readonly });
  try {
    if (key !== null) {
      database.pragma("cipher='sqlcipher'");
      database.pragma(`key="x'${key}'"`);
    }
    if (!readonly) database.pragma('journal_mode = WAL');
    for (const pragma of wantedPragmas) database.pragma(pragma);
    checkPragmas(database);
    if (!readonly) checkPages(database);
  } catch (error) {
    database.close();
    if (!isDamage(error)) throw error;
    throw new UnreadableDatabaseError(
      `The database ${file} can't be read with this key, or is damaged. Put back the key file, or restore the last backup; nothing was changed.`,
    );
  }
  return database;
}

function checkPragmas(database: Database.Database): void {
  for (const [name, expected] of Object.entries(requiredPragmas)) {
    const actual: unknown = database.pragma(name, { simple: true });
    if (actual !== expected)
      throw new Error(
        `SQLite answers ${name}=${String(actual)} where ${expected} is required; this driver must not be used.`,
      );
  }
}

/** Reads every page once: damage is found before the school works on it, not in the middle of a morning. */
function checkPages(database: Database.Database): void {
  const answer: unknown = database.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw new Database.SqliteError('pages are damaged', 'SQLITE_CORRUPT');
}

function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(error.code);
}

function kyselyOver(database: Database.Database): Kysely<ServerTables> {
  return new Kysely<ServerTables>({
    dialect: new SqliteDialect({ database: withStatementCache(database).forKysely }),
    plugins: [new ColumnNames()],
  });
}
