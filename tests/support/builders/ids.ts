import { uuidV7 } from '../../../src-shared/values/uuid.ts';

let made = 0;

/** A new id; ids rise in the order in which they are made. */
export function anId(): string {
  made += 1;
  const counted = made;
  return uuidV7(1_700_000_000_000 + counted, (length) =>
    Uint8Array.from({ length }, (_, at) => (counted >> at) & 0xff),
  );
}
