import { Kysely, SqliteDialect } from 'kysely';
import type { RawDatabase } from './open-database.ts';
import { withStatementCache } from './statement-cache.ts';

/** One step of a database's history. Forward only. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}

/** The file was written by a newer version of the app; this one would not understand what it reads. */
export class NewerDatabaseError extends Error {
  readonly found: number;
  constructor(found: number, known: number) {
    super(`The file is of version ${found}; this app knows versions up to ${known}. Please update it.`);
    this.name = 'NewerDatabaseError';
    this.found = found;
  }
}

/** The number of the last step the file has seen; 0 for a new file. */
export function databaseVersion(raw: RawDatabase): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

/**
 * Brings a file to the newest version: all pending steps in one transaction, so that a process that is
 * killed in between leaves the old version behind, never something between.
 * @throws {NewerDatabaseError}
 */
export async function migrate(raw: RawDatabase, migrations: readonly Migration[]): Promise<void> {
  const version = databaseVersion(raw);
  const newest = migrations.at(-1)?.number ?? 0;
  if (version > newest) throw new NewerDatabaseError(version, newest);
  const pending = migrations.filter((step) => step.number > version);
  if (pending.length === 0) return;
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: withStatementCache(raw) }) });
  raw.exec('begin exclusive');
  try {
    for (const step of pending) await step.up(db);
    raw.pragma(`user_version = ${newest}`);
    raw.exec('commit');
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback');
    throw error;
  }
}
