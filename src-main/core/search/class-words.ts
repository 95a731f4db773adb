import { spell } from '../../../src-shared/search/spelling.ts';

/** The parts of a class name: `3 B` → 3b; `1/2c` → 1, 2c; `Klasse 3b` → klasse, 3b; `Füchse` → fuchse. */
export function classWords(className: string): readonly string[] {
  const joined = className.replaceAll(/(\d)[\s./-]+(?=\p{L}(?!\p{L}))/gu, '$1');
  return joined.split(/[^\p{L}\p{M}\p{N}]+/u).flatMap((word) => {
    const { plain } = spell(word);
    return plain === '' ? [] : [plain];
  });
}

/** Whether a typed class matches: "3b" the class, "3" the whole grade (but never "30"). */
export function isClassMeant(typed: string, words: readonly string[]): boolean {
  const isGrade = /^\d+$/.test(typed);
  return words.some((word) => word.startsWith(typed) && !(isGrade && /^\d/.test(word.slice(typed.length))));
}
