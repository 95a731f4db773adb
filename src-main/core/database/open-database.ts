import Database from 'better-sqlite3';

/** A database file. `key`: 32 bytes, or null for a file that holds nothing readable (device files). */
export interface DatabaseFile {
  readonly path: string;
  readonly key: Uint8Array | null;
}

export type RawDatabase = Database.Database;

/** Settings of each connection and the value SQLite must read back. */
const settings: readonly (readonly [name: string, set: string, reads: number])[] = [
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
];

/** A connection refused a setting that safety depends on. */
export class DatabaseSettingsError extends Error {
  constructor(setting: string, found: unknown) {
    super(`SQLite did not take the setting ${setting} (it says ${String(found)}).`);
    this.name = 'DatabaseSettingsError';
  }
}

/**
 * Opens a database with the settings every connection of the staff app has, and reads them back.
 * Encrypted files use SQLCipher's format with a raw key: AES-256 in pages, each with its own HMAC, so that a
 * wrong key or a changed byte is an error and never wrong data.
 * @throws SqliteError `SQLITE_NOTADB` with a wrong key; {@link DatabaseSettingsError}
 */
export function openDatabase(file: DatabaseFile, options: { readonly readOnly?: boolean } = {}): RawDatabase {
  const readOnly = options.readOnly ?? false;
  const db = new Database(file.path, { readonly: readOnly, fileMustExist: readOnly });
  try {
    if (file.key) setKey(db, file.key);
    for (const [name, value] of settings) db.pragma(`${name} = ${value}`);
    if (!readOnly) db.pragma('journal_mode = WAL');
    check(db, file.key !== null);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function setKey(db: RawDatabase, key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError('A database key has 32 bytes.');
  db.pragma(`cipher = 'sqlcipher'`);
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

function check(db: RawDatabase, encrypted: boolean): void {
  for (const [name, , expected] of settings) {
    const found = db.pragma(name, { simple: true });
    if (found !== expected) throw new DatabaseSettingsError(name, found);
  }
  // The first statement that really reads the file: a wrong key is noticed here.
  const mode = db.pragma('journal_mode', { simple: true });
  if (mode !== 'wal') throw new DatabaseSettingsError('journal_mode', mode);
  if (encrypted) {
    const cipher = db.pragma('cipher', { simple: true });
    if (cipher !== 'sqlcipher') throw new DatabaseSettingsError('cipher', cipher);
  }
}
