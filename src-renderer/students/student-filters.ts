import { comparedWords, contains } from '../../src-shared/search/compared-words.ts';
import type { Spelling } from '../../src-shared/search/spelling.ts';
import type { DirectoryLine } from './directory-line.ts';

/** What narrows the directory. Nothing of it names a person, but `text`: that never reaches the address. */
export interface StudentFilters {
  readonly text: string;
  readonly classId: string | null;
  readonly allDayCare: boolean;
  readonly lunch: boolean;
  readonly blocked: boolean;
  readonly withLeft: boolean;
}

export const noFilters: StudentFilters = {
  text: '',
  classId: null,
  allDayCare: false,
  lunch: false,
  blocked: false,
  withLeft: false,
};

/** How many filters are set. */
export function countFilters(filters: StudentFilters): number {
  return Object.values(filters).filter((value) => value !== false && value !== null && value !== '').length;
}

/** The lines that fit all filters. Each typed word must stand somewhere in a line. */
export function filterLines(
  lines: readonly DirectoryLine[],
  filters: StudentFilters,
): readonly DirectoryLine[] {
  const wanted = comparedWords(filters.text);
  return lines.filter(
    (line) =>
      (filters.classId === null || line.classId === filters.classId) &&
      (!filters.allDayCare || line.allDayCare === true) &&
      (!filters.lunch || line.lunch === true) &&
      (!filters.blocked || line.blockedGuardian) &&
      wanted.every((typed) => wordsOf(line).some((word) => contains(word, typed))),
  );
}

const known = new WeakMap<DirectoryLine, readonly Spelling[]>();

/** Everything of a line that can be looked for; made once for each line. */
function wordsOf(line: DirectoryLine): readonly Spelling[] {
  const words =
    known.get(line) ??
    comparedWords(
      [
        line.givenName,
        line.familyName,
        line.className,
        line.city ?? '',
        line.phone?.replace(/\D/g, '') ?? '',
        ...line.guardians.map((guardian) => guardian.name),
        ...line.groups,
      ].join(' '),
    );
  known.set(line, words);
  return words;
}
