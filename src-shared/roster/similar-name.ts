import { fillsLostLetters, nameKey, nameWords } from './name-key.ts';

/** How two names of presumably one person differ, from the nearest to the farthest. */
export const nameRelations = ['same', 'lostLetters', 'partOfName', 'spelling', 'swapped'] as const;
export type NameRelation = (typeof nameRelations)[number];

/** One part of a name, folded once: comparing a school with a file looks at each name many times. */
export interface FoldedPart {
  readonly text: string;
  readonly key: string;
  readonly words: readonly string[];
}

export interface FoldedName {
  readonly given: FoldedPart;
  readonly family: FoldedPart;
}

/** Folds a person's name for comparing. */
export function foldName(person: { readonly givenName: string; readonly familyName: string }): FoldedName {
  return { given: foldPart(person.givenName), family: foldPart(person.familyName) };
}

function foldPart(text: string): FoldedPart {
  return { text, key: nameKey(text), words: nameWords(text) };
}

/**
 * How likely two spellings mean one person, or null when they don't look alike: `Hans Peter` / `Hans-Peter` are the same,
 * `Anna` / `Anna Sophie` part of a name, `Meier` / `Meyer` a spelling, given and family name may be swapped.
 */
export function nameRelation(left: FoldedName, right: FoldedName): NameRelation | null {
  const given = partRelation(left.given, right.given);
  const family = given && partRelation(left.family, right.family);
  if (given && family) return farther(given, family);
  const swapped = left.given.key === right.family.key && left.family.key === right.given.key;
  return swapped ? 'swapped' : null;
}

/** The same for one part of a name. */
export function partRelation(left: FoldedPart, right: FoldedPart): NameRelation | null {
  if (left.key === right.key) return 'same';
  if (fillsLostLetters(left.text, right.text) || fillsLostLetters(right.text, left.text))
    return 'lostLetters';
  if (isPart(left.words, right.words)) return 'partOfName';
  const shorter = Math.min(left.key.length, right.key.length);
  return shorter >= 3 && isWithin(left.key, right.key, shorter >= 6 ? 2 : 1) ? 'spelling' : null;
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
  last: readonly number[],
  beforeLast: readonly number[],
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
