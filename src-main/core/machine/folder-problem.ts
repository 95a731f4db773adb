/** A desk can't keep its data where it should; the message is a sentence for a person. */
export class FolderUnusable extends Error {}

/** What is wrong with a folder that could not be written, and the way on. Needs no database driver: hosts use it. */
export function folderProblem(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'SQLITE_FULL'
    ? `There is no space left for the folder ${folder}; free some, or choose another folder with --data.`
    : `The folder ${folder} can't be written; choose another with --data, or give this user the right to write there.`;
}
