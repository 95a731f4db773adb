import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { Day } from '../../src-shared/values/day.ts';

/** A place in a school's history. `hash` is the feed's at that revision. */
export interface Cursor {
  readonly epoch: string;
  readonly revision: number;
  readonly hash: string;
}

/** A place inside a first pull: the revision it started from, the step and the last row sent. */
export interface ResumePoint extends Cursor {
  /** The first day that counted as recent when the pull began. */
  readonly since: Day;
  readonly step: number;
  readonly lastId: string;
}

const NONCE = 12;
const TAG = 16;

/**
 * Seals cursors so that nobody can read, forge or count by them, and binds them to one person of one school.
 * Deterministic (the nonce is a keyed hash of the content): equal places are equal texts, which is how a
 * client sees that a delta joins what it has.
 */
export class CursorSeal {
  readonly #cipherKey: KeyObject;
  readonly #nonceKey: KeyObject;

  /** @param secret 32 bytes, kept with the server's facts. */
  constructor(secret: Uint8Array) {
    this.#cipherKey = derivedKey(secret, 'postmappe cursor cipher');
    this.#nonceKey = derivedKey(secret, 'postmappe cursor nonce');
  }

  /** @param owner who may use it, e.g. `7:staffId`. */
  seal(owner: string, place: Cursor | ResumePoint): string {
    const content = Buffer.from(JSON.stringify(place));
    const nonce = createHmac('sha256', this.#nonceKey)
      .update(owner)
      .update('\0')
      .update(content)
      .digest()
      .subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#cipherKey, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** The place, or undefined for a text that this server never sealed for this owner. */
  open(owner: string, sealed: string): unknown {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.#cipherKey, bytes.subarray(0, NONCE), {
        authTagLength: TAG,
      }).setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      const content = Buffer.concat([
        decipher.update(bytes.subarray(NONCE, bytes.length - TAG)),
        decipher.final(),
      ]);
      return JSON.parse(content.toString('utf8'));
    } catch {
      return undefined;
    }
  }
}

/** As key objects: a first pull seals a hundred places, and bytes would become a key anew for each. */
function derivedKey(secret: Uint8Array, info: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', info, 32)));
}

/** The text a session's cursors are bound to. */
export function cursorOwner(session: { schoolId: number; personId: string }): string {
  return `${session.schoolId}:${session.personId}`;
}
