import { Kysely, SqliteDialect } from 'kysely';
import { ColumnNames } from '../../../src-shared/tables/column-names.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { CacheReader } from '../dispatch/context.ts';
import { cacheMigrations } from './cache-migrations.ts';
import type { CacheTables } from './cache-tables.ts';
import { ChangeSet } from './change-set.ts';
import { migrate } from './migrate.ts';
import { createMutex } from './mutex.ts';
import { type DatabaseFile, openDatabase, type RawDatabase } from './open-database.ts';
import { createRowWriter, type RowWriter } from './row-writer.ts';
import { withStatementCache } from './statement-cache.ts';

/** What a writing transaction works with. All three speak to the same connection. */
export interface CacheTransaction {
  readonly db: Kysely<CacheTables>;
  readonly rows: RowWriter;
  readonly raw: RawDatabase;
  readonly changes: ChangeSet;
}

/** One person's cache while it is open. */
export interface Cache {
  readonly file: DatabaseFile;
  readonly reader: CacheReader;
  /** Runs queries on one snapshot: what they read was true at one moment. One after the other. */
  snapshot<T>(work: () => Promise<T>): Promise<T>;
  /** One durable transaction; all writers wait for one another. An error undoes everything. */
  write<T>(work: (tx: CacheTransaction) => Promise<T>): Promise<T>;
  /**
   * The same without waiting for the disk, for what changes with each key: it survives whatever ends the
   * process, and is on the disk with the next {@link write}; a power cut may take it.
   */
  writeSoon<T>(work: (tx: CacheTransaction) => Promise<T>): Promise<T>;
  /** Called after each commit that changed something. @returns how to stop it */
  onCommit(listener: (changes: ChangeSet) => void): () => void;
  /** Moves everything from the log into the file and empties the log, so that deleted text is gone. */
  checkpoint(): Promise<void>;
  /** Waits for writers, then closes both connections. Later calls of read and write fail. */
  close(): Promise<void>;
}

function kyselyOver(raw: RawDatabase): Kysely<CacheTables> {
  return new Kysely<CacheTables>({
    dialect: new SqliteDialect({ database: withStatementCache(raw) }),
    plugins: [new ColumnNames()],
  });
}

/** The same database seen through the type that can't write; Kysely's own way to say so. */
function readOnly(db: Kysely<CacheTables>): CacheReader {
  return db as never;
}

/** What a rule may do inside a writing transaction: read the synced tables. */
export function domainReader(db: Kysely<CacheTables>): DomainReader {
  return db as never;
}

/**
 * Opens (or makes) a cache and brings it to the newest version.
 * @throws SqliteError when the file is damaged or the key is wrong (see sqlite-faults.ts); NewerDatabaseError
 */
export async function openCache(file: DatabaseFile): Promise<Cache> {
  const raw = openDatabase(file);
  try {
    await migrate(raw, cacheMigrations);
    return cacheOver(file, raw, openDatabase(file, { readOnly: true }));
  } catch (error) {
    raw.close();
    throw error;
  }
}

function cacheOver(file: DatabaseFile, raw: RawDatabase, readerRaw: RawDatabase): Cache {
  const listeners = new Set<(changes: ChangeSet) => void>();
  const writeAlone = createMutex();
  const readAlone = createMutex();
  const db = kyselyOver(raw);
  const rows = createRowWriter(raw);
  const write = async <T>(
    work: (tx: CacheTransaction) => Promise<T>,
    around = (transaction: () => Promise<T>) => transaction(),
  ): Promise<T> => {
    const changes = new ChangeSet();
    const transaction = () => within(raw, 'begin immediate', () => work({ db, rows, raw, changes }));
    const result = await writeAlone(() => around(transaction));
    if (changes.topics.size > 0) for (const listener of listeners) listener(changes);
    return result;
  };
  return {
    file,
    reader: readOnly(kyselyOver(readerRaw)),
    snapshot: (work) => readAlone(() => within(readerRaw, 'begin', work)),
    write: (work) => write(work),
    writeSoon: (work) =>
      write(work, async (transaction) => {
        raw.pragma('synchronous = NORMAL');
        try {
          return await transaction();
        } finally {
          raw.pragma('synchronous = FULL');
        }
      }),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // With both mutexes held no snapshot is open; waiting for one would stop the only thread there is.
    checkpoint: () => readAlone(() => writeAlone(async () => void raw.pragma('wal_checkpoint(TRUNCATE)'))),
    async close() {
      listeners.clear();
      await readAlone(async () => readerRaw.close());
      await writeAlone(async () => raw.close());
    },
  };
}

async function within<T>(raw: RawDatabase, begin: string, work: () => Promise<T>): Promise<T> {
  raw.exec(begin);
  try {
    const result = await work();
    raw.exec('commit');
    return result;
  } catch (error) {
    // SQLite has already rolled back by itself after some errors (a full disk, a damaged page).
    if (raw.inTransaction) raw.exec('rollback');
    throw error;
  }
}
