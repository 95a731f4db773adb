import { beginsWith, comparedWords } from '../../src-shared/search/compared-words.ts';
import type { Spelling } from '../../src-shared/search/spelling.ts';

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Whether the typed words stand one after another in a name, the last of them perhaps only begun. */
function isMeant(name: string, typed: readonly Spelling[]): boolean {
  const words = comparedWords(name);
  return words.some((_, from) =>
    typed.every((part, at) => {
      const word = words[from + at];
      return word !== undefined && beginsWith(word, part);
    }),
  );
}

/**
 * The child the typed letters mean: the next one, from `from` on and around, whose given or family name
 * begins with them. Given names count first: that is how a teacher calls the class.
 * @returns the index, or null when nobody is called that
 */
export function findByLetters(children: readonly Named[], typed: string, from: number): number | null {
  const wanted = comparedWords(typed);
  if (wanted.length === 0) return null;
  const order = children.map((_, step) => (from + step) % children.length);
  const byGiven = order.find((index) => isMeant(children[index]?.givenName ?? '', wanted));
  return byGiven ?? order.find((index) => isMeant(children[index]?.familyName ?? '', wanted)) ?? null;
}
