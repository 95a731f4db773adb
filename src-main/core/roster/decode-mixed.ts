import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { RosterEncoding } from '../../../src-shared/roster/types.ts';
import { bestSingleByteEncoding } from './score-encoding.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Latin letters and the signs of German text; anything else makes a line's UTF-8 an accident of its bytes. */
const plausible = /^(?:[\p{ASCII}\u00A0-\u024F\u1E00-\u1EFF\u2010-\u2026€]|\p{M})*$/u;

/**
 * Decodes a file that was put together from pieces: each line as UTF-8 if it is, else in the one-byte encoding that fits
 * the other lines best. When no line is UTF-8 after all, the file simply has that encoding.
 * @returns the lines (first is 1) that are in the rarer of the two encodings.
 */
export function decodeMixed(bytes: Uint8Array): {
  text: string;
  encoding: RosterEncoding;
  oddLines: number[];
} {
  const lines = splitLines(bytes);
  const kinds = lines.map(kindOf);
  const others = Buffer.concat(lines.filter((_, index) => kinds[index] === 'other'));
  const single = bestSingleByteEncoding(others);
  const inUtf8 = numbersOf(kinds, 'utf8');
  if (inUtf8.length === 0)
    return { text: iconv.decode(Buffer.from(bytes), single), encoding: single, oddLines: [] };
  const inOther = numbersOf(kinds, 'other');
  const text = lines
    .map((line, index) => iconv.decode(line, kinds[index] === 'other' ? single : 'utf-8'))
    .join('');
  return { text, encoding: 'mixed', oddLines: inOther.length <= inUtf8.length ? inOther : inUtf8 };
}

type Kind = 'ascii' | 'utf8' | 'other';

function kindOf(line: Buffer): Kind {
  if (line.every((byte) => byte < 0x80)) return 'ascii';
  return isUtf8(line) && plausible.test(line.toString('utf8')) ? 'utf8' : 'other';
}

function numbersOf(kinds: readonly Kind[], kind: Kind): number[] {
  return kinds.flatMap((found, index) => (found === kind ? [index + 1] : []));
}

/** Lines with their ends, so that joining them gives the file again. */
function splitLines(bytes: Uint8Array): Buffer[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.includes(LINE_FEED) ? LINE_FEED : CARRIAGE_RETURN;
  const lines: Buffer[] = [];
  for (let start = 0; start < buffer.length; ) {
    const found = buffer.indexOf(end, start);
    const next = found < 0 ? buffer.length : found + 1;
    lines.push(buffer.subarray(start, next));
    start = next;
  }
  return lines;
}
