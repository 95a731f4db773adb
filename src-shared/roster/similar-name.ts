import { fillsLostLetters, nameKey, nameWords } from './name-key.ts';

/** How two names of presumably one person differ, from the nearest to the farthest. */
export const nameRelations = ['same', 'lostLetters', 'partOfName', 'spelling', 'swapped'] as const;
export type NameRelation = (typeof nameRelations)[number];

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/**
 * How likely two spellings mean one person, or null when they don't look alike: `Hans Peter` / `Hans-Peter` are the same,
 * `Anna` / `Anna Sophie` part of a name, `Meier` / `Meyer` a spelling, given and family name may be swapped.
 */
export function nameRelation(left: Named, right: Named): NameRelation | null {
  const given = partRelation(left.givenName, right.givenName);
  const family = partRelation(left.familyName, right.familyName);
  if (given && family) return farther(given, family);
  const swapped =
    nameKey(left.givenName) === nameKey(right.familyName) &&
    nameKey(left.familyName) === nameKey(right.givenName);
  return swapped ? 'swapped' : null;
}

/** The same for one part of a name. */
export function partRelation(left: string, right: string): NameRelation | null {
  const leftKey = nameKey(left);
  const rightKey = nameKey(right);
  if (leftKey === rightKey) return 'same';
  if (fillsLostLetters(left, right) || fillsLostLetters(right, left)) return 'lostLetters';
  if (isPart(nameWords(left), nameWords(right))) return 'partOfName';
  const limit = Math.min(leftKey.length, rightKey.length) >= 6 ? 2 : 1;
  return Math.min(leftKey.length, rightKey.length) >= 3 && isWithin(leftKey, rightKey, limit)
    ? 'spelling'
    : null;
}

function farther(left: NameRelation, right: NameRelation): NameRelation {
  return nameRelations.indexOf(left) > nameRelations.indexOf(right) ? left : right;
}

function isPart(left: readonly string[], right: readonly string[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** True when at most `limit` letters must be typed, dropped, exchanged or swapped with their neighbour. */
export function isWithin(left: string, right: string, limit: number): boolean {
  if (Math.abs(left.length - right.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const line = distanceLine(left, right, row, last, beforeLast);
    if (Math.min(...line) > limit) return false;
    beforeLast = last;
    last = line;
  }
  return (last[right.length] ?? 0) <= limit;
}

function distanceLine(
  left: string,
  right: string,
  row: number,
  last: number[],
  beforeLast: number[],
): number[] {
  const line = [row];
  for (let column = 1; column <= right.length; column += 1) {
    const equal = left[row - 1] === right[column - 1];
    const changed = (last[column - 1] ?? 0) + (equal ? 0 : 1);
    let best = Math.min(changed, (last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
    const swapped =
      row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
    line.push(best);
  }
  return line;
}
