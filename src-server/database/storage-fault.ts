const CODES =
  /^(SQLITE_(FULL|IOERR|CORRUPT|READONLY|BUSY|NOTADB|CANTOPEN)|ECONN|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_|57P|53|08|40)/;
/** The PostgreSQL driver gives these no code. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** The code of an error of the database or the network, or an empty text. */
export function storageCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code ?? '') : '';
}

/**
 * True when the storage failed rather than the request: full disk, I/O error, lost connection. A whole commit
 * group fails with it and nobody is answered; the desks repeat.
 */
export function isStorageFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isStorageFault);
  return CODES.test(storageCode(error)) || WORDS.test(error.message);
}

/** True when there is no space left to write. */
export function isStorageFull(error: unknown): boolean {
  const code = storageCode(error);
  return code.startsWith('SQLITE_FULL') || code === '53100' || code === 'ENOSPC';
}
