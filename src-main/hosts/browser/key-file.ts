import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import type { SecretStore } from '../../core/environment.ts';
import { FolderUnusable } from '../../core/machine/folder-problem.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Stands in for the operating system's key ring, which a plain Node process can't reach: a key in a file
 * that only this user may read. It keeps a copied data folder shut only if the file is not copied with it;
 * the person's password is the other half of each cache's key either way.
 * @throws {FolderUnusable} when the file is there and this user may not read it: it is not written over
 */
export async function openKeyFile(path: string): Promise<SecretStore> {
  const key = (await readKey(path)) ?? (await makeKey(path));
  return {
    async seal(bytes) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    async unseal(bytes) {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    },
  };
}

/** A file of another length is not our key: a new one is made, as with a lost key ring. */
async function readKey(path: string): Promise<Buffer | undefined> {
  const key = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new FolderUnusable(`The file ${path} can't be read; give this user the right to read it.`);
  });
  return key?.length === KEY_BYTES ? key : undefined;
}

async function makeKey(path: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES);
  const file = await open(path, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}
