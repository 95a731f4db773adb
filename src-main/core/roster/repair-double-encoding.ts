import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** What UTF-8 letters look like when they were read as Windows-1252: `Ã¼`, `ÃŸ`, `Å¡`. */
const traces = /[ÂÃÄÅ][\u00A0-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;

/** True when a text may hold letters that were encoded twice. */
export function mayBeDoubleEncoded(text: string): boolean {
  return traces.test(text);
}

/** `MÃ¼ller` → `Müller`, where the whole cell can be read so; else null. */
export function repairDoubleEncoding(cell: string): string | null {
  if (!traces.test(cell)) return null;
  const bytes = iconv.encode(cell, 'windows-1252');
  if (iconv.decode(bytes, 'windows-1252') !== cell || !isUtf8(bytes)) return null;
  const repaired = bytes.toString('utf8').normalize('NFC');
  return /[\u0080-\u009F]/.test(repaired) ? null : repaired;
}
