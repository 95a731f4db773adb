import type { Kysely } from 'kysely';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { ServerTables } from './schema.ts';

export type Cell = string | number | null;

/** Where the school's data lie. `key`: 64 hex digits, the raw key of the encrypted file. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string; readonly key: string | null }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * An open database. Writers go through `writer`, one transaction at a time on SQLite; readers through
 * `reader`, which never waits for them (WAL, or PostgreSQL's own snapshots).
 */
export interface ServerDatabase {
  readonly dialect: 'sqlite' | 'postgres';
  readonly writer: Kysely<ServerTables>;
  readonly reader: Kysely<ServerTables>;
  /** Rows as arrays, without the query builder: for pulls of many rows. `?` stands for a parameter on both engines. */
  readonly selectArrays: (text: string, parameters: readonly Cell[]) => Promise<Cell[][]>;
  /** Tells other server processes on the same database that a school has moved on; nothing on SQLite. */
  readonly announce: (schoolId: number) => Promise<void>;
  /** Hears of other processes' announcements. */
  readonly onAnnounced: (listener: (schoolId: number) => void) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens the server's database; migrations are the caller's.
 * @throws Error with a plain sentence when the file is not a database of this key, or PostgreSQL can't be reached.
 */
export async function openDatabase(location: DatabaseLocation): Promise<ServerDatabase> {
  return location.kind === 'sqlite' ? openSqlite(location.file, location.key) : openPostgres(location.url);
}

/** Replaces each `?` by `$1`, `$2`, …: statements are written once. They contain no literal question marks. */
export function numberedParameters(text: string): string {
  let count = 0;
  return text.replace(/\?/g, () => `$${++count}`);
}
