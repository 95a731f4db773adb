import { isClassMeant } from './class-words.ts';
import { levelInEntry } from './level-in-entry.ts';
import { classLevel, type Levels, levels, noLevel, phoneLevel } from './levels.ts';
import { termsOneSlipAway } from './one-edit.ts';
import { phoneBucket } from './phone-digits.ts';
import { type ClassToken, formsOf, type PhoneToken, type QueryToken } from './query.ts';
import type { SearchShelves } from './search-shelves.ts';
import { type StudentEntry, writtenAs } from './student-entry.ts';
import type { TermList, TermRange } from './term-list.ts';

/** All children one typed word can mean, with how well it fits. */
export interface TokenSource {
  /** How many postings or slots there are at most, to begin with the rarest word. */
  readonly count: number;
  /** Where the word stands among names, best level first. */
  readonly ranges: readonly LevelledRange[];
  /** The children it means otherwise, by class or phone. */
  readonly others?: (take: (slot: number, level: number) => void) => void;
  /** The same answer for a single child, where that is cheaper than visiting all; `noLevel` when it doesn't fit. */
  readonly levelOf?: (entry: StudentEntry) => number;
  /** Whether `levelOf` knows better than the postings. */
  readonly isAskingBetter?: boolean;
}

type LevelledRange = TermRange & { readonly levels: Levels };

const lettersForSlips = 4;

export function sourceOf(token: QueryToken, shelves: SearchShelves): TokenSource {
  if (token.kind === 'class') return classSource(token, shelves);
  if (token.kind === 'phone') return phoneSource(token, shelves);
  const ranges = filedAs(shelves.terms, token.form, levels.exact, levels.beginning);
  for (const form of token.looser) ranges.push(...filedAs(shelves.terms, form, levels.looser, levels.looser));
  return {
    count: countOf(shelves.terms, ranges),
    ranges,
    levelOf: (entry) => levelInEntry(token, entry),
    isAskingBetter: token.partOf.length > 0,
  };
}

/** The spellings in which a slip is looked for; none when the word is too short to guess. */
export function formsForSlips(token: QueryToken): readonly string[] {
  return token.kind === 'name' && token.letters >= lettersForSlips ? formsOf(token) : [];
}

/** The children a word can mean if it holds one slip of the finger. */
export function slipSourceOf(token: QueryToken, shelves: SearchShelves): TokenSource {
  const ranges = formsForSlips(token).flatMap((form) =>
    termsOneSlipAway(shelves.terms, form).map(({ from, to, isWhole }) => ({
      from,
      to,
      levels: isWhole ? levels.slip : levels.slipInBeginning,
    })),
  );
  return { count: countOf(shelves.terms, ranges), ranges };
}

function filedAs(terms: TermList, form: string, exact: Levels, beginning: Levels): LevelledRange[] {
  const { from, to } = terms.beginningWith(form);
  if (from === to) return [];
  const startOfLonger = terms.term(from) === form ? from + 1 : from;
  return [
    { from, to: startOfLonger, levels: exact },
    { from: startOfLonger, to, levels: beginning },
  ];
}

function countOf(terms: TermList, ranges: readonly TermRange[]): number {
  let count = 0;
  for (const { from, to } of ranges) count += terms.countPostings(from, to);
  return count;
}

function classSource(token: ClassToken, shelves: SearchShelves): TokenSource {
  const meant = new Set<string>();
  let count = 0;
  for (const [className, slots] of shelves.classes) {
    if (!isClassMeant(token.typed, shelves.wordsOfClass(className))) continue;
    meant.add(className);
    count += slots.length;
  }
  return {
    count,
    ranges: [],
    others: (take) => {
      for (const name of meant) for (const slot of shelves.classes.get(name) ?? []) take(slot, classLevel);
    },
    levelOf: ({ className }) => (meant.has(className) ? classLevel : noLevel),
  };
}

function phoneSource(token: PhoneToken, shelves: SearchShelves): TokenSource {
  const bucket = shelves.phones.get(phoneBucket(token.endings[0] ?? ''));
  const levelOf = (entry: StudentEntry): number =>
    entry.guardians.some((guardian) => writtenAs(guardian, token.endings) !== undefined)
      ? phoneLevel
      : noLevel;
  return {
    count: bucket?.length ?? 0,
    ranges: [],
    others: (take) => {
      for (const slot of bucket ?? []) {
        const entry = shelves.entries[slot];
        if (entry && levelOf(entry) === phoneLevel) take(slot, phoneLevel);
      }
    },
    levelOf,
  };
}
