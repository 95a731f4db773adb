import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { RosterEncoding } from '../../../src-shared/roster/types.ts';
import { decodeMixed } from './decode-mixed.ts';
import { bestSingleByteEncoding } from './score-encoding.ts';

/** A file's text, and what had to be done to get it. */
export interface DecodedText {
  /** Composed (NFC), without byte order mark and NUL. */
  readonly text: string;
  readonly encoding: RosterEncoding;
  /** Lines in which the other of two encodings was found; empty unless the encoding is `mixed`. */
  readonly oddLines: readonly number[];
  /** How many NUL characters were taken out. */
  readonly nulCount: number;
}

/**
 * Bytes to text. The encoding is found by byte order mark, by the NUL pattern of UTF-16, by UTF-8 validity, else by how
 * the text reads (see {@link bestSingleByteEncoding}); a file with both UTF-8 and other lines is read line by line.
 * @param asked the encoding somebody chose; taken without looking.
 */
export function decodeText(bytes: Uint8Array, asked?: RosterEncoding): DecodedText {
  const encoding = asked && asked !== 'mixed' ? asked : findEncoding(bytes);
  if (encoding !== 'mixed') return tidy(iconv.decode(Buffer.from(bytes), encoding), encoding, []);
  const mixed = decodeMixed(bytes);
  return tidy(mixed.text, mixed.encoding, mixed.oddLines);
}

/** The encoding of the bytes; `mixed` when they are not UTF-8 as a whole but may be in part. */
function findEncoding(bytes: Uint8Array): RosterEncoding {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const wide = findUtf16(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return hasUtf8Letters(bytes) ? 'mixed' : bestSingleByteEncoding(bytes);
}

/** UTF-16 without a mark: in German text every other byte is NUL. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.7 && odd < pairs * 0.1 ? 'utf-16be' : null;
}

/** Quick look for the UTF-8 byte pairs of Latin letters (U+00C0–U+017F), which hardly occur otherwise. */
function hasUtf8Letters(bytes: Uint8Array): boolean {
  for (let index = 0; index + 1 < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    const next = bytes[index + 1] ?? 0;
    if (lead >= 0xc3 && lead <= 0xc5 && next >= 0x80 && next <= 0xbf) return true;
  }
  return false;
}

function tidy(text: string, encoding: RosterEncoding, oddLines: readonly number[]): DecodedText {
  const composed = text.replace(/^\uFEFF/, '').normalize('NFC');
  const nulCount = composed.split('\0').length - 1;
  return { text: nulCount > 0 ? composed.replaceAll('\0', '') : composed, encoding, oddLines, nulCount };
}
