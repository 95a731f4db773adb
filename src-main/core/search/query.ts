import { looserForms, spell } from '../../../src-shared/search/spelling.ts';
import { wordPattern } from './name-words.ts';
import { phoneDigitsAtLeast, typedPhoneEndings } from './phone-digits.ts';

export type QueryToken = NameToken | ClassToken | PhoneToken;

export interface NameToken {
  readonly kind: 'name';
  /** Looked up first. */
  readonly form: string;
  /** Spellings that may be meant as well (ue for u). */
  readonly looser: readonly string[];
  /** All forms of another typed word that begins like this one; empty if there is none. */
  readonly partOf: readonly string[];
  /** Letters as typed, umlauts counting once. */
  readonly letters: number;
}

export interface ClassToken {
  readonly kind: 'class';
  readonly typed: string;
}

export interface PhoneToken {
  readonly kind: 'phone';
  readonly endings: readonly string[];
}

/** One way to understand what was typed; every token of it must match a child. */
export type Reading = readonly QueryToken[];

const queryLengthAtMost = 100;
const wordsAtMost = 8;
const lettersAtMost = 40;
/** A plus counts only where a country code can follow. */
const wordOrPlus = new RegExp(`\\+(?=\\d)|${wordPattern.source}`, 'gu');

/** Splits what was typed into words. Bounded, whatever is pasted; signs, emoji and operators only separate. */
export function typedWords(query: string): readonly string[] {
  const text = query
    .slice(0, queryLengthAtMost)
    .replaceAll(/(?<!\d)(\d{1,2})[-./](?=\p{L}(?!\p{L}))/gu, '$1');
  const words: string[] = [];
  for (const part of text.match(wordOrPlus) ?? []) {
    const previous = words.at(-1);
    if (previous !== undefined && isNumber(part) && /^(\+|0)\d*$/.test(previous))
      words[words.length - 1] = previous + part;
    else words.push(part);
  }
  return words.filter((word) => word !== '+').slice(0, wordsAtMost);
}

/**
 * Understands each word by itself.
 * @returns undefined while there is too little to search for: less than two letters, no class, no three digits
 */
export function readWords(words: readonly string[]): Reading | undefined {
  const reading = words.flatMap((word) => readWord(word) ?? []).map(withLongerWord);
  const letters = reading.reduce((sum, token) => sum + (token.kind === 'name' ? token.letters : 2), 0);
  return letters >= 2 ? reading : undefined;
}

function readWord(word: string): QueryToken | undefined {
  if (isNumber(word) && word.replace('+', '').length >= phoneDigitsAtLeast) {
    return { kind: 'phone', endings: typedPhoneEndings(word) };
  }
  const spelling = spell(word.slice(0, lettersAtMost));
  if (spelling.plain === '') return undefined;
  if (/^\d{1,3}\p{L}{0,2}$/u.test(spelling.plain)) return { kind: 'class', typed: spelling.plain };
  return {
    kind: 'name',
    form: spelling.writtenOut,
    looser: looserForms(spelling),
    partOf: [],
    letters: spelling.plain.length,
  };
}

/** Notes that a short word is also the beginning of another typed word. */
function withLongerWord(token: QueryToken, at: number, tokens: readonly QueryToken[]): QueryToken {
  if (token.kind !== 'name') return token;
  const longer = tokens.find((other, otherAt): other is NameToken => {
    if (other.kind !== 'name' || otherAt === at || !beginsLike(other, token)) return false;
    // Of two equal words the second counts as part of the first.
    return otherAt < at || !beginsLike(token, other);
  });
  return longer ? { ...token, partOf: formsOf(longer) } : token;
}

function beginsLike(longer: NameToken, shorter: NameToken): boolean {
  return formsOf(longer).some((long) => formsOf(shorter).some((short) => long.startsWith(short)));
}

/** Every spelling by which a typed word may be found, the likeliest first. */
export function formsOf({ form, looser }: NameToken): readonly string[] {
  return [form, ...looser];
}

/** Other readings with a blank too many taken out: "el sayed" for Elsayed, "3 b" for 3b, "47 11" for 4711. */
export function joinedReadings(words: readonly string[]): readonly Reading[] {
  const readings: string[][] = [];
  for (let at = 0; at + 1 < words.length; at++) {
    const [left = '', right = ''] = words.slice(at, at + 2);
    if (isNumber(right) && !isNumber(left)) continue;
    readings.push([...words.slice(0, at), left + right, ...words.slice(at + 2)]);
  }
  if (words.length > 2 && words.every(isNumber)) readings.push([words.join('')]);
  return readings.flatMap((joined) => {
    const reading = readWords(joined);
    return reading ? [reading] : [];
  });
}

function isNumber(word: string): boolean {
  return /^\+?\d+$/.test(word);
}
