import iconv from 'iconv-lite';
import { apostrophes, spellLetter } from '../../../src-shared/search/letters.ts';

const CHARSET = 'win1252';
/** Bytes that stand for no letter are read as this. */
const NO_LETTER = '\uFFFD';
/** For letters that neither the charset nor Latin spelling knows (Chinese, Arabic): better seen than lost. */
const UNSPELLABLE = '_';

const writable = new Set(
  iconv
    .decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), CHARSET)
    .replaceAll(NO_LETTER, ''),
);

/** Text as Windows-1252. What it can't write is spelt as an office would: `Yılmaz` as `Yilmaz`, `Грищенко` in Latin letters. */
export function toWindows1252(text: string): Buffer {
  const letters =
    text
      .toWellFormed()
      .normalize('NFC')
      .match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return iconv.encode(letters.map(spelt).join(''), CHARSET);
}

function spelt(letter: string): string {
  if (isWritable(letter)) return letter;
  if (apostrophes.includes(letter)) return "'";
  const { plain, writtenOut } = spellLetter(letter);
  const latin = isWritable(plain) ? plain : writtenOut;
  const known = [...latin].map((part) => (writable.has(part) ? part : UNSPELLABLE)).join('');
  const capital = known.charAt(0).toUpperCase();
  return letter === letter.toLowerCase() || !isWritable(capital) ? known : capital + known.slice(1);
}

function isWritable(letters: string): boolean {
  return [...letters].every((letter) => writable.has(letter));
}
