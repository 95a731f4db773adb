import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { RandomBytes } from '../../../src-shared/values/uuid.ts';

/** Cost of deriving a key from a password (argon2id). `memoryCost` in KiB. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** About a tenth of a second on an office PC; well above OWASP's lowest (19 MiB, 2 passes). */
export const usualPasswordCost: PasswordCost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** A cache key as it lies in the device file. All texts are base64. */
export interface WrappedKey {
  readonly salt: string;
  readonly cost: PasswordCost;
  /** Nonce (12) ‖ ciphertext (32) ‖ tag (16), AES-256-GCM. */
  readonly box: string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key that wraps a cache key: HKDF(argon2id(password) ‖ secret of the operating system). Both are
 * needed, because several people share one Windows login in a school office, and because a copied folder
 * must not be open to somebody who tries passwords elsewhere.
 */
async function wrappingKey(
  password: string,
  osSecret: Uint8Array,
  salt: Buffer,
  cost: PasswordCost,
): Promise<Uint8Array> {
  const fromPassword = await hashRaw(password, { ...cost, salt, outputLen: 32 });
  const both = Buffer.concat([fromPassword, osSecret]);
  return new Uint8Array(hkdfSync('sha256', both, salt, 'postmappe cache key v1', 32));
}

/** Wraps a cache key under a password and the operating system's secret. */
export async function wrapKey(
  cacheKey: Uint8Array,
  password: string,
  osSecret: Uint8Array,
  options: { readonly cost: PasswordCost; readonly randomBytes: RandomBytes },
): Promise<WrappedKey> {
  const salt = Buffer.from(options.randomBytes(16));
  const nonce = options.randomBytes(NONCE_BYTES);
  const key = await wrappingKey(password, osSecret, salt, options.cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  const box = Buffer.concat([nonce, cipher.update(cacheKey), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('base64'), cost: options.cost, box: box.toString('base64') };
}

/** @returns the cache key, or undefined when the password (or the secret) is another one */
export async function unwrapKey(
  wrapped: WrappedKey,
  password: string,
  osSecret: Uint8Array,
): Promise<Uint8Array | undefined> {
  const box = Buffer.from(wrapped.box, 'base64');
  const salt = Buffer.from(wrapped.salt, 'base64');
  const key = await wrappingKey(password, osSecret, salt, wrapped.cost);
  try {
    const nonce = box.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(box.subarray(-TAG_BYTES));
    const opened = [decipher.update(box.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return new Uint8Array(Buffer.concat(opened));
  } catch {
    return undefined;
  }
}
