import type { BestHits } from './best-hits.ts';
import { noLevel, rankOf } from './levels.ts';
import type { SearchShelves } from './search-shelves.ts';
import type { TokenSource } from './token-source.ts';

const levelBits = 4;
const lastEpoch = 2 ** (32 - levelBits) - 1;
/** Asking a child directly costs about as much as visiting this many postings. */
const postingsPerQuestion = 150;
/** Beyond this, too little was typed for the better answer to matter. */
const questionsAtMost = 500;

/**
 * Finds the children that every word can mean, by marking slots word after word, the rarest first.
 * Marks carry the number of the search that made them, so nothing has to be wiped between keystrokes.
 */
export class SlotMarks {
  readonly #shelves: SearchShelves;
  readonly #marks: Uint32Array[] = [];
  #touched = new Int32Array(0);
  #touchedCount = 0;
  #epoch = 0;

  constructor(shelves: SearchShelves) {
    this.#shelves = shelves;
  }

  /** Offers each child that all words fit, perhaps several times with a better rank each time. */
  matchAll(sources: readonly TokenSource[], hits: BestHits): void {
    if (sources.length === 0 || sources.some(({ count }) => count === 0)) return;
    this.#begin(sources.length);
    const rarestFirst = sources.length === 1 ? sources : [...sources].sort((a, b) => a.count - b.count);
    for (const [depth, source] of rarestFirst.entries()) {
      const takers = depth === sources.length - 1 ? hits : undefined;
      if (depth > 0 && source.levelOf && this.#isWorthAsking(source)) {
        this.#askEach(source.levelOf, depth, takers);
      } else {
        this.#visitAll(source, depth, takers);
      }
      if (this.#touchedCount === 0) return;
    }
  }

  #isWorthAsking({ count, isAskingBetter }: TokenSource): boolean {
    const left = this.#touchedCount;
    return count > left * postingsPerQuestion || (isAskingBetter === true && left <= questionsAtMost);
  }

  /** Asks the children who are left whether the word fits. */
  #askEach(levelOf: NonNullable<TokenSource['levelOf']>, depth: number, hits: BestHits | undefined): void {
    const left = this.#touchedCount;
    this.#touchedCount = 0;
    for (let index = 0; index < left; index++) {
      const slot = this.#touched[index] ?? 0;
      const entry = this.#shelves.entries[slot];
      const level = entry ? levelOf(entry) : noLevel;
      if (level < noLevel) this.#mark(slot, level, depth, hits);
    }
  }

  #visitAll(source: TokenSource, depth: number, hits: BestHits | undefined): void {
    const { terms } = this.#shelves;
    this.#touchedCount = 0;
    for (const range of source.ranges) {
      for (let index = range.from; index < range.to; index++) {
        for (const posting of terms.postings(index)) {
          const level = range.levels[posting & 3] ?? noLevel;
          this.#mark(posting >> 2, level, depth, hits);
        }
      }
    }
    source.others?.((slot, level) => this.#mark(slot, level, depth, hits));
  }

  /** Marks a child whom all words before fit, and offers it when this is the last word. */
  #mark(slot: number, level: number, depth: number, hits: BestHits | undefined): void {
    if (hits && !hits.wants(slot, rankOf(level, level))) return;
    const marks = this.#marks[depth];
    const before = this.#marks[depth - 1];
    if (!marks || (before && (before[slot] ?? 0) >>> levelBits !== this.#epoch)) return;
    const mark = marks[slot] ?? 0;
    const isFirstTime = mark >>> levelBits !== this.#epoch;
    if (!isFirstTime && (mark & noLevel) <= level) return;
    if (isFirstTime) this.#touched[this.#touchedCount++] = slot;
    marks[slot] = ((this.#epoch << levelBits) | level) >>> 0;
    if (hits) hits.offer(slot, this.#rank(slot, depth), isFirstTime);
  }

  #rank(slot: number, lastDepth: number): number {
    let worst = 0;
    let sum = 0;
    for (let depth = 0; depth <= lastDepth; depth++) {
      const level = (this.#marks[depth]?.[slot] ?? 0) & noLevel;
      if (level > worst) worst = level;
      sum += level;
    }
    return rankOf(worst, sum);
  }

  #begin(depths: number): void {
    const slots = this.#shelves.entries.length;
    if (this.#touched.length < slots) {
      this.#touched = new Int32Array(slots * 2);
      this.#marks.length = 0;
    }
    if (this.#epoch >= lastEpoch) {
      for (const marks of this.#marks) marks.fill(0);
      this.#epoch = 0;
    }
    while (this.#marks.length < depths) this.#marks.push(new Uint32Array(this.#touched.length));
    this.#epoch++;
  }
}
