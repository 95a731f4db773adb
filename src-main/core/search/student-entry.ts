import type { NameWords } from './name-words.ts';
import { canonicalPhone, phoneBucket, phoneDigitsAtLeast } from './phone-digits.ts';
import type { SearchableStudent } from './searchable-student.ts';

/** A child as filed. Keeps nothing of the object it was made from, which its owner may change. */
export interface StudentEntry {
  readonly id: string;
  /** Small number that stands for the child in postings and marks; used again after a removal. */
  readonly slot: number;
  readonly given: NameWords;
  readonly family: NameWords;
  readonly className: string;
  /** Words of the class name; `Füchse` is also searched like a name. */
  readonly classWords: readonly string[];
  readonly birthDate: string;
  readonly guardians: readonly GuardianEntry[];
}

export interface GuardianEntry {
  readonly id: string;
  readonly given: NameWords;
  readonly family: NameWords;
  readonly phones: readonly { readonly written: string; readonly digits: string }[];
}

/** Where a name stands; two bits of a posting. */
export const nameField = { family: 0, given: 1, guardian: 2, className: 3 } as const;
export type NameField = (typeof nameField)[keyof typeof nameField];

/** One number for a child and a field: short lists of numbers are what a search runs over. */
export function postingOf(slot: number, field: NameField): number {
  return (slot << 2) | field;
}

/** The words of names and classes, perhaps remembered from another child of that name or class. */
export interface WordSplitters {
  readonly name: (text: string) => NameWords;
  readonly className: (text: string) => readonly string[];
}

export function makeEntry(student: SearchableStudent, slot: number, split: WordSplitters): StudentEntry {
  return {
    id: student.id,
    slot,
    given: split.name(student.givenName),
    family: split.name(student.familyName),
    className: student.className,
    classWords: split.className(student.className),
    birthDate: student.birthDate ?? '',
    guardians: student.guardians.map((guardian) => ({
      id: guardian.id,
      given: split.name(guardian.givenName),
      family: split.name(guardian.familyName),
      phones: guardian.phones.map((written) => ({ written, digits: canonicalPhone(written) })),
    })),
  };
}

/** Calls `file` for each term of a child, each once: a guardian's name that the child has too adds none. */
export function forEachTerm(entry: StudentEntry, file: (term: string, posting: number) => void): void {
  const filed: string[] = [];
  const fileKeys = (keys: readonly string[], field: NameField): void => {
    for (const key of keys) {
      if (filed.includes(key)) continue;
      filed.push(key);
      file(key, postingOf(entry.slot, field));
    }
  };
  fileKeys(entry.family.keys, nameField.family);
  fileKeys(entry.given.keys, nameField.given);
  for (const guardian of entry.guardians) {
    if (guardian.family !== entry.family) fileKeys(guardian.family.keys, nameField.guardian);
    fileKeys(guardian.given.keys, nameField.guardian);
  }
  fileKeys(entry.classWords, nameField.className);
}

/** The buckets of the numbers of a child's guardians; some perhaps twice. */
export function phoneBucketsOf(entry: StudentEntry): readonly string[] {
  const buckets: string[] = [];
  for (const guardian of entry.guardians) {
    for (const { digits } of guardian.phones)
      if (digits.length >= phoneDigitsAtLeast) buckets.push(phoneBucket(digits));
  }
  return buckets;
}

/** The first of a guardian's numbers that ends as typed, as it was written. */
export function writtenAs(guardian: GuardianEntry, endings: readonly string[]): string | undefined {
  return guardian.phones.find(({ digits }) => endings.some((ending) => digits.endsWith(ending)))?.written;
}
