import { apostrophes } from '../../../src-shared/search/letters.ts';
import { keysOf, spell } from '../../../src-shared/search/spelling.ts';

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
  /** The keys of all words, each once. */
  readonly keys: readonly string[];
}

/** A run of letters, marks, digits and apostrophes; everything else separates words. */
export const wordPattern = new RegExp(`[\\p{L}\\p{M}\\p{N}${apostrophes}]+`, 'gu');
const betweenApostrophes = new RegExp(`[^${apostrophes}]{2,}`, 'g');
const hasApostrophe = new RegExp(`[${apostrophes}]`);
const joinedAtMost = 5;

// Asking Unicode which signs are letters is slow; nearly all names can do without.
const singleLatinWord = /^[a-zA-ZÀ-ÖØ-öø-ɏḀ-ỿ]+$/;
const latinWords = /^[a-zA-ZÀ-ÖØ-öø-ɏḀ-ỿ' -]+$/;
const latinWordPattern = /[^ -]+/g;

/**
 * Splits a name into the words by which it can be found. `Anna-Lena` gives anna, lena and annalena;
 * `O'Brien` gives obrien and brien; blanks, hyphens, dots and commas count the same.
 */
export function nameWords(text: string): NameWords {
  if (singleLatinWord.test(text)) {
    const keys = keysOf(spell(text));
    return { text, words: [{ start: 0, end: text.length, keys }], keys };
  }
  const words = placesOfWords(text).map((place) => ({
    ...place,
    keys: keysOf(spell(text.slice(place.start, place.end))),
  }));
  return { text, words, keys: [...new Set(words.flatMap(({ keys }) => keys))] };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesOfWords(text: string): readonly Place[] {
  const plainWords = matches(text, latinWords.test(text) ? latinWordPattern : wordPattern, 0);
  const places = [...plainWords];
  for (const { start, end } of hasApostrophe.test(text) ? plainWords : []) {
    const parts = matches(text.slice(start, end), betweenApostrophes, start);
    if (parts.length > 1 || (parts[0] && parts[0].start > start)) places.push(...parts);
  }
  const last = plainWords.at(-1);
  if (last && plainWords.length <= joinedAtMost) {
    for (const { start } of plainWords.slice(0, -1)) places.push({ start, end: last.end });
  }
  return places;
}

/** The place of each match, moved by `offset`. */
function matches(text: string, pattern: RegExp, offset: number): readonly Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    places.push({ start: offset + found.index, end: offset + pattern.lastIndex });
  }
  return places;
}

/**
 * How much of a word in `text` is covered by what was typed, for highlighting: typing "mue" covers "Mü".
 * @param form the typed form that begins one of the word's keys
 * @returns the offset in `text` after the last covered letter
 */
export function coveredUntil(text: string, word: NameWord, form: string): number {
  const asTyped = word.start + form.length;
  if (text.slice(word.start, asTyped).toLowerCase() === form) return afterMarks(text, asTyped, word.end);
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
