import iconv from 'iconv-lite';

/** Encodings of one byte per letter, the likeliest first: at equal scores the earlier one wins. */
export const singleByteEncodings = ['windows-1252', 'iso-8859-15', 'cp850', 'macintosh'] as const;
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

/** Enough to decide by; a list names the same towns and families again and again. */
const SAMPLE_BYTES = 1_000_000;

/**
 * The one-byte encoding in which the text reads best. Every byte string is valid in all four, so what counts is how the
 * letters sit in their words: `M<0x81>ller` is `Müller` in CP850 only, and a `¨` before `ic` was a Latin-9 `š`.
 * The DOS and old Mac code pages are taken only when they are much better.
 */
export function bestSingleByteEncoding(bytes: Uint8Array): SingleByteEncoding {
  const sample = Buffer.from(bytes.subarray(0, SAMPLE_BYTES));
  const [windows, latin9, ...old] = singleByteEncodings.map((encoding) => ({
    encoding,
    oddity: oddity(iconv.decode(sample, encoding)),
  }));
  if (!windows || !latin9) return 'windows-1252';
  const modern = latin9.oddity < windows.oddity ? latin9 : windows;
  const better = old.filter((candidate) => candidate.oddity * 2 < modern.oddity);
  return better.reduce((best, next) => (next.oddity < best.oddity ? next : best), modern).encoding;
}

/** What no name and no address contains, and how much each find counts. */
const oddities: readonly (readonly [RegExp, number])[] = [
  [/[\u0080-\u009F\uFFFD]/g, 10],
  // A sign between two letters; the typographic apostrophe is allowed there.
  [/(?<=\p{L})[^\p{ASCII}\p{L}\p{M}’´](?=\p{L})/gu, 5],
  // A sign at one end of a word; quotes, dashes and the like are allowed there.
  [/(?<=\p{L})[^\p{ASCII}\p{L}\p{M}’´‘“”„‚»«–—…€\s](?!\p{L})/gu, 2],
  [/(?<!\p{L})[^\p{ASCII}\p{L}\p{M}’´‘“”„‚»«–—…€\s](?=\p{L})/gu, 2],
  // Signs that Windows-1252 has where ISO-8859-15 has letters, alone in a cell.
  [/[¤¦¨¸¼½¾]/g, 1],
  [/´/g, 1],
  // A capital after a small letter, a small letter among capitals or first in its word.
  [/(?<=\p{Ll})(?!\p{ASCII})\p{Lu}/gu, 4],
  [/(?<=\p{Lu})(?!\p{ASCII})[\p{Ll}--ß](?=\p{Lu})/gv, 2],
  [/(?<!\p{L})(?!\p{ASCII})\p{Ll}/gu, 1],
  [/[ªºµƒΩπ]/g, 3],
];

function oddity(text: string): number {
  let total = 0;
  for (const [pattern, weight] of oddities) total += (text.match(pattern)?.length ?? 0) * weight;
  return total;
}
