import type { TermList, TermRange } from './term-list.ts';

/** Below this many terms each is compared; above, the possible slips are looked up one by one. */
const compareAtMost = 48;

export interface SlipTerms extends TermRange {
  /** The whole name is one slip away from what was typed, not only its beginning. */
  readonly isWhole: boolean;
}

/**
 * Finds the terms whose beginning is one slip away from what was typed: a wrong, missing or doubled letter,
 * or two neighbours swapped. Walks the sorted list like a tree, so that 30,000 terms need a few hundred comparisons.
 * Ranges may overlap and may include terms that begin exactly as typed.
 */
export function termsOneSlipAway(terms: TermList, typed: string): readonly SlipTerms[] {
  const found: SlipTerms[] = [];
  let range: TermRange = { from: 0, to: terms.size };
  for (let at = 0; at < typed.length && range.from < range.to; at++) {
    if (range.to - range.from <= compareAtMost) {
      compareEach(terms, range, typed, found);
      return found;
    }
    lookUpSlipsAt(terms, range, typed, at, found);
    range = terms.beginningWith(typed.slice(0, at + 1), range);
  }
  return found;
}

/** All terms in `range` begin with the first `at` letters typed; the slip is in the next one. */
function lookUpSlipsAt(
  terms: TermList,
  range: TermRange,
  typed: string,
  at: number,
  found: SlipTerms[],
): void {
  const stem = typed.slice(0, at);
  const letter = typed.charAt(at);
  const rest = typed.slice(at + 1);
  const lookUp = (beginning: string, within: TermRange): void => {
    const { from, to } = terms.beginningWith(beginning, within);
    if (from === to) return;
    const isWhole = terms.term(from) === beginning;
    if (isWhole) found.push({ from, to: from + 1, isWhole });
    if (to > from + (isWhole ? 1 : 0)) found.push({ from: isWhole ? from + 1 : from, to, isWhole: false });
  };
  lookUp(stem + rest, range);
  if (rest !== '' && rest.charAt(0) !== letter) lookUp(stem + rest.charAt(0) + letter + rest.slice(1), range);
  for (let index = range.from; index < range.to; ) {
    const next = terms.term(index).charAt(at);
    const branch =
      next === ''
        ? { from: index, to: index + 1 }
        : terms.beginningWith(stem + next, { from: index, to: range.to });
    if (next !== '') {
      if (next !== letter) lookUp(stem + next + rest, branch);
      lookUp(stem + next + letter + rest, branch);
    }
    index = branch.to;
  }
}

function compareEach(terms: TermList, range: TermRange, typed: string, found: SlipTerms[]): void {
  for (let index = range.from; index < range.to; index++) {
    const slip = slipBetween(typed, terms.term(index));
    if (slip) found.push({ from: index, to: index + 1, isWhole: slip === 'whole' });
  }
}

/** Whether `term`, or its beginning, is exactly as typed or at most one slip away. */
export function slipBetween(typed: string, term: string): 'whole' | 'beginning' | undefined {
  let at = 0;
  while (at < typed.length && typed[at] === term[at]) at++;
  if (at === typed.length) return term.length <= typed.length + 1 ? 'whole' : 'beginning';
  const rests = [
    matchRest(typed, at + 1, term, at + 1),
    matchRest(typed, at + 1, term, at),
    matchRest(typed, at, term, at + 1),
    typed[at] === term[at + 1] && typed[at + 1] === term[at] ? matchRest(typed, at + 2, term, at + 2) : -1,
  ];
  if (rests.includes(0)) return 'whole';
  return rests.some((rest) => rest > 0) ? 'beginning' : undefined;
}

/** @returns how many letters of `term` follow after the rest of `typed`; -1 when the rest differs */
function matchRest(typed: string, typedFrom: number, term: string, termFrom: number): number {
  const length = typed.length - typedFrom;
  if (length < 0 || termFrom > term.length || !term.startsWith(typed.slice(typedFrom), termFrom)) return -1;
  return term.length - termFrom - length;
}
