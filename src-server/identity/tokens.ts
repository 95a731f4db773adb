import { createHash, randomBytes } from 'node:crypto';

/** A token of 256 random bits, for the holder only. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. With 256 random bits a plain hash is enough (ASVS 6.5.2). */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
