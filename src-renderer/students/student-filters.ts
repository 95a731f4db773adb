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

/** A word without case and accents: "Yıldız" and "yildiz" are one. */
export function plainWord(text: string): string {
  return text
    .toLocaleLowerCase('de')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l');
}

/** The lines that fit all filters. Each typed word must stand somewhere in a line. */
export function filterLines(
  lines: readonly DirectoryLine[],
  filters: StudentFilters,
): readonly DirectoryLine[] {
  const words = plainWord(filters.text).split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (filters.classId === null || line.classId === filters.classId) &&
      (!filters.allDayCare || line.allDayCare === true) &&
      (!filters.lunch || line.lunch === true) &&
      (!filters.blocked || line.blockedGuardian) &&
      words.every((word) => searchText(line).includes(word)),
  );
}

const texts = new WeakMap<DirectoryLine, string>();

/** Everything of a line that can be looked for; made once for each line. */
function searchText(line: DirectoryLine): string {
  const known = texts.get(line);
  if (known !== undefined) return known;
  const digits = line.phone?.replace(/\D/g, '') ?? '';
  const text = plainWord(
    [
      line.givenName,
      line.familyName,
      line.className,
      line.city ?? '',
      digits,
      ...line.guardians.map((guardian) => guardian.name),
      ...line.groups,
    ].join(' '),
  );
  texts.set(line, text);
  return text;
}
