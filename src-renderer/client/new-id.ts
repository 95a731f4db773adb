import { uuidV7 } from '../../src-shared/values/uuid.ts';

/** A new id for something made at this desk. */
export function newId(): string {
  return uuidV7(Date.now(), (length) => crypto.getRandomValues(new Uint8Array(length)));
}
