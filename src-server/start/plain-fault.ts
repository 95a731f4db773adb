import { isStorageFull, storageCode } from '../database/storage-fault.ts';
import { UserMistake } from './user-mistake.ts';

/** Files that can't be opened or written, as SQLite and the system say it. */
const NOT_OURS = /^(SQLITE_(CANTOPEN|READONLY|IOERR|PERM)|EACCES|EPERM|EROFS|EISDIR|ENOTDIR|ENOENT)/;

/**
 * What a person at the console is told about a fault of the data folder.
 * @returns the fault itself when it is no such one
 */
export function plainFault(error: unknown, folder: string): unknown {
  if (error instanceof UserMistake) return error;
  if (isStorageFull(error))
    return new UserMistake(
      `There is no space left for the folder ${folder}. Free some, or choose another with --data; nothing was lost.`,
    );
  if (NOT_OURS.test(storageCode(error)))
    return new UserMistake(
      `The files in ${folder} can't be opened or written. Give this user the right to, or choose another folder with --data.`,
    );
  return error;
}
