import { isIP } from 'node:net';
import { z } from 'zod';

/** Whether an address lies on this very machine. */
export function isOnThisMachine(address: string): boolean {
  const host = URL.parse(address)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** The address of a school's server: TLS everywhere but on this very machine (S02). */
export const serverAddressSchema = z
  .url({ protocol: /^https?$/ })
  .refine((address) => address.startsWith('https:') || isOnThisMachine(address));
