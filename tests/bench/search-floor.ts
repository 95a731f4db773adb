import { nameWords } from '../../src-main/core/search/name-words.ts';
import type { SearchableStudent } from '../../src-main/core/search/searchable-student.ts';
import { spell } from '../../src-shared/search/spelling.ts';

/**
 * The plainest type-ahead there is: the same folded tokens of the same names in one sorted array,
 * and the first ten that begin with the first typed word. No second word, rank, slip or highlighting.
 */
export function plainPrefixLookup(
  students: readonly SearchableStudent[],
): (query: string) => readonly string[] {
  const tokens = students.flatMap((student) =>
    [student, ...student.guardians].flatMap(({ givenName, familyName }) =>
      [givenName, familyName].flatMap((name) =>
        nameWords(name).words.flatMap(({ keys }) => keys.map((key) => ({ key, id: student.id }))),
      ),
    ),
  );
  tokens.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const keys = tokens.map(({ key }) => key);
  const ids = tokens.map(({ id }) => id);
  return (query) => {
    const prefix = spell(query.split(' ')[0] ?? '').writtenOut;
    const found = new Set<string>();
    for (let at = lowerBound(keys, prefix); keys[at]?.startsWith(prefix) && found.size < 10; at++) {
      found.add(ids[at] ?? '');
    }
    return [...found];
  };
}

function lowerBound(keys: readonly string[], wanted: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
