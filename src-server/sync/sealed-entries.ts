import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import {
  type SealedPlaintext,
  sealedBoxFormat,
  sealedPlaintextSchema,
} from '../../src-shared/sync/sealed-entry.ts';

const { info: INFO, publicKeyBytes: KEY, nonceBytes: NONCE, tagBytes: TAG } = sealedBoxFormat;
/** DER heads of raw X25519 keys (RFC 8410). */
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');

/** The server's key pair for sealed entries: base64 of the PKCS#8 private key. */
export function newSealingKey(): string {
  return generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** Opens boxes that desks sealed to this server: ephemeral key ‖ nonce ‖ ciphertext ‖ tag. */
export class EntryOpener {
  readonly #privateKey: KeyObject;
  /** Raw public key, 32 bytes. */
  readonly publicKey: Buffer;

  constructor(stored: string) {
    this.#privateKey = createPrivateKey({ key: Buffer.from(stored, 'base64'), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.#privateKey).export({ format: 'der', type: 'spki' }).subarray(-KEY);
  }

  /** What was sealed, or undefined for a box that is not for this server or is damaged. */
  open(box: string): SealedPlaintext | undefined {
    try {
      const bytes = Buffer.from(box, 'base64');
      const ephemeral = bytes.subarray(0, KEY);
      const publicKey = createPublicKey({
        key: Buffer.concat([PUBLIC_HEAD, ephemeral]),
        format: 'der',
        type: 'spki',
      });
      const shared = diffieHellman({ privateKey: this.#privateKey, publicKey });
      const key = hkdfSync('sha256', shared, Buffer.concat([ephemeral, this.publicKey]), INFO, 32);
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), bytes.subarray(KEY, KEY + NONCE), {
        authTagLength: TAG,
      });
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      const content = Buffer.concat([
        decipher.update(bytes.subarray(KEY + NONCE, bytes.length - TAG)),
        decipher.final(),
      ]);
      return sealedPlaintextSchema.parse(JSON.parse(content.toString('utf8')));
    } catch {
      return undefined;
    }
  }
}
