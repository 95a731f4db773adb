/** A half-open run of terms in alphabetical order. */
export interface TermRange {
  readonly from: number;
  readonly to: number;
}

/** Sorts after every letter, so that `prefix + lastSign` ends the terms which begin with the prefix. */
const lastSign = '\uffff';

/**
 * Words in code-unit order, each with its postings (numbers that stand for a child and the name's field).
 * A sorted array is enough: a lookup takes a microsecond, and an insertion moves some hundred kilobytes at most.
 */
export class TermList {
  readonly #terms: string[] = [];
  readonly #postings: number[][] = [];

  get size(): number {
    return this.#terms.length;
  }

  term(index: number): string {
    return this.#terms[index] ?? '';
  }

  postings(index: number): readonly number[] {
    return this.#postings[index] ?? [];
  }

  countPostings(from: number, to: number): number {
    let count = 0;
    for (let index = from; index < to; index++) count += this.#postings[index]?.length ?? 0;
    return count;
  }

  /** Replaces everything; much cheaper than adding one by one. */
  load(postingsByTerm: ReadonlyMap<string, number[]>): void {
    this.#terms.length = 0;
    this.#postings.length = 0;
    for (const term of [...postingsByTerm.keys()].sort()) {
      this.#terms.push(term);
      this.#postings.push(postingsByTerm.get(term) ?? []);
    }
  }

  add(term: string, posting: number): void {
    const at = this.#lowerBound(term, 0, this.size);
    if (this.#terms[at] === term) {
      this.#postings[at]?.push(posting);
      return;
    }
    this.#terms.splice(at, 0, term);
    this.#postings.splice(at, 0, [posting]);
  }

  /** Takes one posting away, and the term with its last one, so that a deleted name leaves no trace. */
  remove(term: string, posting: number): void {
    const at = this.#lowerBound(term, 0, this.size);
    const postings = this.#postings[at];
    if (this.#terms[at] !== term || postings === undefined) return;
    const place = postings.indexOf(posting);
    if (place >= 0) postings.splice(place, 1);
    if (postings.length > 0) return;
    this.#terms.splice(at, 1);
    this.#postings.splice(at, 1);
  }

  /** The terms that begin with `prefix`, looked for within `range`. */
  beginningWith(prefix: string, range: TermRange = { from: 0, to: this.size }): TermRange {
    const from = this.#lowerBound(prefix, range.from, range.to);
    if (from === range.to || !this.term(from).startsWith(prefix)) return { from, to: from };
    return { from, to: this.#lowerBound(prefix + lastSign, from + 1, range.to) };
  }

  #lowerBound(term: string, from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#terms[middle] ?? '') < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
