import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FolderUnusable, folderProblem } from '../../core/machine/folder-problem.ts';

/** Another core works on this folder; the message is a sentence for a person. */
export class FolderInUse extends Error {}

/** What is garbage is closed, and a closed file holds no lock: these last as long as the process. */
const held: Database.Database[] = [];

/**
 * Keeps a second core off a data folder: a host calls it before it starts one. The lock is an exclusive
 * SQLite transaction: the system frees it however the process ends, so none is ever stale.
 * @throws {FolderInUse}
 * @throws {FolderUnusable}
 */
export function lockFolder(folder: string): void {
  let lock: Database.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    lock = new Database(join(folder, 'core.lock'), { timeout: 0 });
    // Nothing is ever written: not even a journal, for which a full disk would have no room.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    held.push(lock);
  } catch (error) {
    lock?.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new FolderInUse(`Postmappe is already running on the folder ${folder}.`);
    throw new FolderUnusable(folderProblem(folder, error));
  }
}
