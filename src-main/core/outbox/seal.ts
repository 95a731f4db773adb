import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import {
  type SealedPlaintext,
  sealedBoxFormat,
  sealedPlaintextSchema,
} from '../../../src-shared/sync/sealed-entry.ts';

const { info, publicKeyBytes, nonceBytes, tagBytes } = sealedBoxFormat;

/** @returns the raw 32 bytes of an X25519 public key */
function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function publicKeyFrom(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

function boxKey(
  privateKey: KeyObject,
  publicKey: KeyObject,
  ephemeral: Buffer,
  recipient: Buffer,
): Uint8Array {
  const shared = diffieHellman({ privateKey, publicKey });
  return new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([ephemeral, recipient]), info, 32));
}

/**
 * Seals an entry to the server (src-shared/sync/sealed-entry.ts).
 * @param recipientKey the server's sealing key, base64 of 32 raw bytes
 */
export function seal(recipientKey: string, plaintext: SealedPlaintext): string {
  const recipient = Buffer.from(recipientKey, 'base64');
  const pair = generateKeyPairSync('x25519');
  const ephemeral = rawPublicKey(pair.publicKey);
  const key = boxKey(pair.privateKey, publicKeyFrom(recipient), ephemeral, recipient);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(JSON.stringify(plaintext), 'utf8'), cipher.final()]);
  return Buffer.concat([ephemeral, nonce, sealed, cipher.getAuthTag()]).toString('base64');
}

/** A key pair as the server keeps it. Both base64; the private key is PKCS 8. */
export interface SealingKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes a key pair that boxes can be sealed to. */
export function makeSealingKeyPair(): SealingKeyPair {
  const pair = generateKeyPairSync('x25519');
  return {
    publicKey: rawPublicKey(pair.publicKey).toString('base64'),
    privateKey: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
}

/**
 * Opens a box. The core never does this in the field (it has no such key); it is here so that the format is
 * tested in one place.
 * @returns undefined when the box is damaged, sealed to another key, or holds no entry
 */
export function openBox(keys: SealingKeyPair, box: string): SealedPlaintext | undefined {
  const bytes = Buffer.from(box, 'base64');
  const ephemeral = bytes.subarray(0, publicKeyBytes);
  const nonce = bytes.subarray(publicKeyBytes, publicKeyBytes + nonceBytes);
  const tag = bytes.subarray(-tagBytes);
  const sealed = bytes.subarray(publicKeyBytes + nonceBytes, -tagBytes);
  try {
    const privateKey = createPrivateKey({
      key: Buffer.from(keys.privateKey, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    const recipient = Buffer.from(keys.publicKey, 'base64');
    const key = boxKey(privateKey, publicKeyFrom(ephemeral), ephemeral, recipient);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAuthTag(tag);
    const text = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    const parsed = sealedPlaintextSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
