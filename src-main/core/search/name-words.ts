import { apostrophes } from './letters.ts';
import { keysOf, spell } from './spelling.ts';

/** A part of a name that can be typed: `Müller` and `Schmidt` of `Müller-Schmidt`, and both as one word. */
export interface NameWord {
  /** UTF-16 offsets in the name as displayed. */
  readonly start: number;
  readonly end: number;
  readonly keys: readonly string[];
}

export interface NameWords {
  readonly text: string;
  readonly words: readonly NameWord[];
}

/** A run of letters, marks, digits and apostrophes; everything else separates words. */
export const wordPattern = new RegExp(`[\\p{L}\\p{M}\\p{N}${apostrophes}]+`, 'gu');
const betweenApostrophes = new RegExp(`[^${apostrophes}]{2,}`, 'g');
const joinedAtMost = 5;

/**
 * Splits a name into the words by which it can be found. `Anna-Lena` gives anna, lena and annalena;
 * `O'Brien` gives obrien and brien; blanks, hyphens, dots and commas count the same.
 */
export function nameWords(text: string): NameWords {
  const plainWords = matches(text, wordPattern, 0);
  const words = [...plainWords];
  for (const { start, end } of plainWords) {
    const parts = matches(text.slice(start, end), betweenApostrophes, start);
    if (parts.length > 1 || (parts[0] && parts[0].start > start)) words.push(...parts);
  }
  const last = plainWords.at(-1);
  if (last && plainWords.length <= joinedAtMost) {
    for (const { start } of plainWords.slice(0, -1)) words.push({ start, end: last.end });
  }
  return {
    text,
    words: words.map((word) => ({ ...word, keys: keysOf(spell(text.slice(word.start, word.end))) })),
  };
}

function matches(text: string, pattern: RegExp, offset: number): { start: number; end: number }[] {
  return Array.from(text.matchAll(pattern), (found) => ({
    start: offset + found.index,
    end: offset + found.index + found[0].length,
  }));
}

/**
 * How much of a word in `text` is covered by what was typed, for highlighting: typing "mue" covers "Mü".
 * @param form the typed form that begins one of the word's keys
 * @returns the offset in `text` after the last covered letter
 */
export function coveredUntil(text: string, word: NameWord, form: string): number {
  if (word.keys.length === 1 && word.keys[0]?.length === word.end - word.start)
    return word.start + form.length;
  for (let end = word.start + Math.ceil(form.length / 2); end < word.end; end++) {
    const isCovered = keysOf(spell(text.slice(word.start, end))).some((key) => key.startsWith(form));
    if (isCovered) return afterMarks(text, end, word.end);
  }
  return word.end;
}

function afterMarks(text: string, from: number, until: number): number {
  let end = from;
  while (end < until && /\p{M}/u.test(text.charAt(end))) end++;
  return end;
}
