/** Ids are UUIDv7 (RFC 9562 § 5.7): sortable by time, made by whoever creates the thing. */

/** Ten random bytes per call; injected so that a simulation can repeat itself. */
export type RandomBytes = (length: number) => Uint8Array;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * Makes a UUIDv7.
 * @param nowMs milliseconds since the epoch; the first 48 bits.
 * @param random source of the remaining 74 bits.
 */
export function uuidV7(nowMs: number, random: RandomBytes): string {
  const bytes = new Uint8Array(16);
  let time = Math.max(0, Math.floor(nowMs));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random(10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return format(bytes);
}

/**
 * The n-th further id that belongs to one outbox entry. A command runs twice (on the desk and on the
 * server) and must name its rows alike both times, so ids inside it are derived, never drawn.
 * Changes the low 32 of the entry id's 62 random bits; n = 0 is the entry id itself.
 */
export function derivedId(entryId: string, n: number): string {
  const low = Number.parseInt(entryId.slice(28), 16) >>> 0;
  const mixed = (low ^ Math.imul(n, 0x9e3779b1)) >>> 0;
  return entryId.slice(0, 28) + mixed.toString(16).padStart(8, '0');
}

function format(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => hex[byte]).join('');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}
