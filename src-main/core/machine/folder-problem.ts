/** A desk can't keep its data where it should; the message is a sentence for a person. */
export class FolderUnusable extends Error {}

const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];
/** Files that can't be opened or written, as SQLite and the system say it. */
const NOT_OURS = /^(SQLITE_(CANTOPEN|READONLY|IOERR|PERM)|EACCES|EPERM|EROFS|EISDIR|ENOTDIR|ENOENT|EIO)/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Whether an error says that a folder or its files can't be used. */
export function isFolderFault(error: unknown): boolean {
  const code = codeOf(error);
  return FULL.includes(code) || NOT_OURS.test(code);
}

/** What is wrong with a folder that could not be written, and the way on. Needs no database driver: hosts use it. */
export function folderProblem(folder: string, error: unknown): string {
  return FULL.includes(codeOf(error))
    ? `There is no space left for the folder ${folder}; free some, or choose another folder with --data.`
    : `The folder ${folder} can't be written; choose another with --data, or give this user the right to write there.`;
}
