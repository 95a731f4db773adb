import type { SearchableStudent } from '../../src-main/core/search/searchable-student.ts';
import { pick, type Random, seededRandom } from './invented-names.ts';

/** How somebody in a hurry spells a name. */
export type TypedKind = 'asWritten' | 'ueForUmlaut' | 'noUmlaut' | 'oneTypo';
export const typedKinds: readonly TypedKind[] = ['asWritten', 'ueForUmlaut', 'noUmlaut', 'oneTypo'];

export interface TypedQuery {
  readonly kind: TypedKind;
  readonly query: string;
  readonly wanted: SearchableStudent;
}

const withoutDecomposition: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
};
const writtenOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** Lower case without accents, by other means than the product's own. */
export function typedPlainly(name: string): string {
  const stripped = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '');
  return stripped.replaceAll(/[ßıłđøæ]/g, (letter) => withoutDecomposition[letter] ?? letter);
}

export function typedWithUe(name: string): string {
  return typedPlainly(
    name
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[äöüß]/g, (letter) => writtenOut[letter] ?? letter),
  );
}

/** One slip of the finger: a letter wrong, missing or too many, or two neighbours swapped. Always changes the word. */
export function mistype(random: Random, word: string): string {
  for (;;) {
    const at = Math.floor(random() * word.length);
    const letter = pick(random, [...'aeiourstnlm']);
    const mistyped = pick(random, [
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
    ]);
    if (mistyped !== word) return mistyped;
  }
}

/**
 * Names as the office types them: the family name, a blank, three letters of the given name.
 * Spelling kinds use only names they change, so that they can't pass by accident; typos, words of four letters and more.
 */
export function typedQueries(
  students: readonly SearchableStudent[],
  perKind: number,
  seed = 11,
): TypedQuery[] {
  const random = seededRandom(seed);
  return typedKinds.flatMap((kind) => {
    const queries: TypedQuery[] = [];
    while (queries.length < perKind) {
      const wanted = pick(random, students);
      const query = typedAs(kind, wanted, random);
      if (query !== undefined) queries.push({ kind, query, wanted });
    }
    return queries;
  });
}

function typedAs(
  kind: TypedKind,
  { familyName, givenName }: SearchableStudent,
  random: Random,
): string | undefined {
  // "Al Youssef" is typed whole: its first word alone would name a hundred families.
  const family = /^[^\s-]{4,}/.exec(familyName)?.[0] ?? familyName;
  const given = givenName.split(/[\s-]/)[0] ?? '';
  if (kind === 'asWritten') return `${family} ${given.slice(0, 3)}`;
  if (kind === 'ueForUmlaut')
    return /[äöü]/i.test(family) ? `${typedWithUe(family)} ${typedWithUe(given).slice(0, 3)}` : undefined;
  const plain = typedPlainly(family);
  const three = typedPlainly(given).slice(0, 3);
  if (kind === 'noUmlaut') return plain === family.toLowerCase() ? undefined : `${plain} ${three}`;
  const longest = plain.split(/[^\p{L}\p{M}]/u).reduce((a, b) => (b.length > a.length ? b : a));
  return longest.length >= 5 ? `${plain.replace(longest, mistype(random, longest))} ${three}` : undefined;
}

/** Everything the search field sees while the query is typed, from the second letter on. */
export function keystrokes(query: string): readonly string[] {
  return Array.from({ length: Math.max(query.length - 1, 0) }, (_, at) => query.slice(0, at + 2)).filter(
    (typed) => !typed.endsWith(' '),
  );
}

/** Namesakes count: only their class tells them apart, for the office too. */
export function isNamesake(a: SearchableStudent | undefined, b: SearchableStudent): boolean {
  return a?.familyName === b.familyName && a.givenName === b.givenName;
}
