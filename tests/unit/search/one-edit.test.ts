import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipBetween, termsOneSlipAway } from '../../../src-main/core/search/one-edit.ts';
import { TermList } from '../../../src-main/core/search/term-list.ts';

/** All words one slip away from `word`, by trying every slip; the plain way to say what is meant. */
function slipsOf(word: string, alphabet: string): Set<string> {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of alphabet) {
      slips.add(before + letter + after);
      if (after !== '') slips.add(before + letter + after.slice(1));
    }
  }
  return slips;
}

const letters = 'abc';
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 7 });

describe('one slip of the finger', () => {
  it('is a letter wrong, missing or too many, or two swapped, in the beginning of a name', () => {
    fc.assert(
      fc.property(word, word, (typed, name) => {
        const slips = slipsOf(typed, letters);
        const isClose = [typed, ...slips].some((slip) => name.startsWith(slip));
        expect(slipBetween(typed, name) !== undefined).toBe(isClose);
        if (slips.has(name)) expect(slipBetween(typed, name)).toBe('whole');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found in a long list of names just as by comparing each', () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { minLength: 100, maxLength: 300 }), (typed, names) => {
        const terms = new TermList();
        terms.load(new Map(names.map((name) => [name, [1]])));
        const found = new Set<string>();
        for (const { from, to } of termsOneSlipAway(terms, typed))
          for (let at = from; at < to; at++) found.add(terms.term(at));
        for (const name of names) {
          if (!name.startsWith(typed))
            expect([name, found.has(name)]).toEqual([name, slipBetween(typed, name) !== undefined]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
