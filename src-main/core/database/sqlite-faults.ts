import Database from 'better-sqlite3';

/** Codes that mean: what is in the file is not what was written. */
const damageCodes = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_DATA'];

function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** True when the database file is damaged (or is opened with a wrong key). */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return damageCodes.some((known) => code === known || code.startsWith(`${known}_`));
}

/** True when the disk is full; nothing was written. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return true;
  return codeOf(error) === 'SQLITE_FULL';
}
