import type { SafeStorage } from 'electron';
import type { SecretStore } from '../../core/environment.ts';
import { decideKeyRing } from './decide-secrets.ts';

/** Keys sealed by the operating system for this user on this machine. */
function createSecretStore(safeStorage: SafeStorage): SecretStore {
  return {
    seal: async (bytes) =>
      new Uint8Array(await safeStorage.encryptStringAsync(Buffer.from(bytes).toString('base64'))),
    unseal: async (bytes) => {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
      return new Uint8Array(Buffer.from(result, 'base64'));
    },
  };
}

/**
 * The secret store of this machine, or null when it has none that may guard children's data. Call it after
 * Electron is ready.
 */
export async function openSecretStore(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
  { serverUrl, demo }: { serverUrl: string; demo: boolean },
): Promise<SecretStore | null> {
  const backend = platform === 'linux' ? safeStorage.getSelectedStorageBackend() : null;
  const available = await safeStorage.isAsyncEncryptionAvailable();
  const decision = decideKeyRing({ platform, available, backend, serverUrl, demo });
  if (decision === 'refuse') return null;
  if (decision === 'weak') safeStorage.setUsePlainTextEncryption(true);
  return createSecretStore(safeStorage);
}
