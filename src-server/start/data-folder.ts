import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isStorageFull } from '../database/storage-fault.ts';
import { plainFault } from './plain-fault.ts';
import { UserMistake } from './user-mistake.ts';

/** A data folder in use by this process alone, until `release`. */
export interface DataFolder {
  readonly databaseFile: string;
  /** 64 hex digits. */
  readonly databaseKey: string;
  readonly release: () => void;
}

/**
 * Takes a data folder: makes it if need be, locks it, reads or draws the database's key.
 * The lock is an exclusive SQLite transaction: the system frees it however this process ends.
 * @throws UserMistake when another server has the folder, or it can't be written.
 */
export function takeDataFolder(folder: string, keyFile: string | undefined): DataFolder {
  try {
    return take(folder, keyFile);
  } catch (error) {
    throw plainFault(error, folder);
  }
}

function take(folder: string, keyFile: string | undefined): DataFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isStorageFull(error)) throw error;
    throw new UserMistake(
      `The folder ${folder} can't be made. Please choose another with --data, or give this user the right to write there.`,
    );
  }
  const lock = lockFolder(folder);
  try {
    const databaseFile = join(folder, 'school.db');
    return {
      databaseFile,
      databaseKey: databaseKey(keyFile ?? join(folder, 'database.key'), existsSync(databaseFile)),
      release: () => lock.close(),
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function lockFolder(folder: string): Database.Database {
  try {
    const lock = new Database(join(folder, 'server.lock'), { timeout: 0 });
    // Nothing is ever written: not even a journal, for which a full disk would have no room.
    lock.pragma('journal_mode = MEMORY');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    if (isStorageFull(error)) throw error;
    const busy = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
    throw new UserMistake(
      busy
        ? `Another server is already running on ${folder}. Stop it first, or choose another folder with --data.`
        : `The folder ${folder} can't be written. Please choose another with --data, or give this user the right to write there.`,
    );
  }
}

function databaseKey(file: string, databaseExists: boolean): string {
  try {
    return readOrDrawKey(file, databaseExists);
  } catch (error) {
    if (error instanceof UserMistake || isStorageFull(error)) throw error;
    throw new UserMistake(
      `The key file ${file} can't be read or made. Please check --key-file, and this user's rights there.`,
    );
  }
}

/** Written beside and renamed: a full disk leaves no file, and not half a key that would be taken for a wrong one. */
function drawKey(file: string): void {
  const beside = `${file}.new`;
  try {
    writeFileSync(beside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

function readOrDrawKey(file: string, databaseExists: boolean): string {
  if (!existsSync(file)) {
    if (databaseExists)
      throw new UserMistake(
        `The key file ${file} is missing; without it the database can't be read. Put it back, or name it with --key-file.`,
      );
    drawKey(file);
  }
  const key = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new UserMistake(
      `The key file ${file} does not hold a key (64 hexadecimal digits). Put back the right one.`,
    );
  return key;
}
