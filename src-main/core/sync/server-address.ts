import { isIP } from 'node:net';

/** The address can't be used for a school's server; the message is a sentence for a person. */
export class ServerAddressError extends Error {}

/**
 * Checks the address of a school's server: TLS everywhere but on this very machine (S02).
 * @returns its origin
 * @throws {ServerAddressError}
 */
export function serverOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new ServerAddressError(`"${text}" is not the address of a server; it begins with https://`);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new ServerAddressError(
      `The address "${text}" has no encryption; only a server on this computer may be reached by http://`,
    );
  }
  return url.origin;
}

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
