import { z } from 'zod';
import { entrySchema } from './protocol.ts';

/**
 * The sealed form of an outbox entry: only the school's server can open it, so a device can keep and deliver
 * it for somebody who is not signed in. Base64 of
 *
 *     ephemeral public key (32) ‖ nonce (12) ‖ ciphertext ‖ tag (16)
 *
 * X25519 between a key pair made for this box and the server's sealing key; HKDF-SHA256 of the shared secret
 * (salt: ephemeral public key ‖ recipient public key) gives the AES-256-GCM key. The plaintext is the JSON of
 * {@link sealedPlaintextSchema}, UTF-8.
 */
export const sealedBoxFormat = {
  /** HKDF info; a change of the format changes it. */
  info: 'postmappe entry v1',
  publicKeyBytes: 32,
  nonceBytes: 12,
  tagBytes: 16,
} as const;

/** What a box holds: the entry, and the author's delegation that lets a device deliver it. */
export const sealedPlaintextSchema = z.strictObject({ delegation: z.string().max(4000), entry: entrySchema });
export type SealedPlaintext = z.output<typeof sealedPlaintextSchema>;
