import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Why a file could not be put in its place; each has a sentence of its own in the window. */
export type FileFailure = 'noSpace' | 'folderMissing' | 'notAllowed' | 'fileInUse' | 'unexpected';

/**
 * Replaces a file so that a reader finds the old or the new one, never half of one: also after a power
 * cut. Leaves nothing behind when it fails. Only the owner may read the file.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await removeLeftovers(path);
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Names the cause of a file error. Windows says EPERM or EBUSY when another program holds the file. */
export function fileFailure(error: unknown, platform: NodeJS.Platform = process.platform): FileFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'noSpace';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'folderMissing';
  if (code === 'EBUSY' || (code === 'EPERM' && platform === 'win32')) return 'fileInUse';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'notAllowed';
  return 'unexpected';
}

function temporaryPrefix(path: string): string {
  return `.${basename(path)}.`;
}

/** Takes away what a killed process left; one that still runs keeps its own. */
async function removeLeftovers(path: string): Promise<void> {
  const prefix = temporaryPrefix(path);
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix) || !name.endsWith('.tmp')) continue;
    if (!isRunning(Number(name.slice(prefix.length, -4))))
      await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, but there is one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes the rename itself durable; Windows knows no such thing for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
