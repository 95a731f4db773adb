import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { ServerDatabase } from './server-database.ts';

/** Where the school's data lie. `key`: 64 hex digits, the raw key of the encrypted file. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string; readonly key: string | null }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Opens the server's database; migrations are the caller's.
 * @throws Error with a plain sentence when the file is not a database of this key, or PostgreSQL can't be reached.
 */
export async function openDatabase(location: DatabaseLocation): Promise<ServerDatabase> {
  return location.kind === 'sqlite' ? openSqlite(location.file, location.key) : openPostgres(location.url);
}
