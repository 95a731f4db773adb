import { BestHits, type RankedSlot } from './best-hits.ts';
import { explainHit } from './explain-hit.ts';
import { joinedReadings, type Reading, readWords, typedWords } from './query.ts';
import { SearchShelves } from './search-shelves.ts';
import type { SearchableStudent, SearchHit } from './searchable-student.ts';
import { SlotMarks } from './slot-marks.ts';
import { slipSourceOf, sourceOf, type TokenSource } from './token-source.ts';

/** Type-ahead over the children a signed-in person may see, held in memory beside the encrypted cache. */
export interface StudentIndex {
  /** Files a child, or files it anew when its name, class or guardians changed. */
  put(student: SearchableStudent): void;
  /** Forgets a child; an unknown id is no error. */
  remove(id: string): void;
  /** Empties the index and files these instead. Much faster than one by one. */
  replaceAll(students: Iterable<SearchableStudent>): void;
  /**
   * Children every typed word fits, best first: whole name, beginning of the family name, of the given name,
   * guardian, looser spelling, one slip of the finger; alphabetical within each. Any text is allowed;
   * too little text (one letter, two digits that are no class) finds nothing.
   * @param options.limit how many hits at most, 1 to 100, 10 if not given
   */
  search(query: string, options?: { readonly limit?: number }): SearchHit[];
}

const limitAtMost = 100;
/** With fewer good hits than this, the person has probably mistyped. */
const enoughGoodHits = 3;

export function createStudentIndex(): StudentIndex {
  const shelves = new SearchShelves();
  const marks = new SlotMarks(shelves);
  return {
    put: (student) => shelves.put(student),
    remove: (id) => shelves.remove(id),
    replaceAll: (students) => shelves.replaceAll(students),
    search: (query, { limit = 10 } = {}) => {
      const wanted = Math.min(Math.max(Math.trunc(limit) || 1, 1), limitAtMost);
      return search(shelves, marks, query, Math.max(wanted, enoughGoodHits))
        .slice(0, wanted)
        .flatMap(({ slot, reading }) => {
          const entry = shelves.entries[slot];
          return entry ? [explainHit(entry, reading)] : [];
        });
    },
  };
}

function search(
  shelves: SearchShelves,
  marks: SlotMarks,
  query: string,
  limit: number,
): readonly RankedSlot[] {
  const words = typedWords(query);
  const hits = new BestHits(limit, shelves.order);
  const literal = readWords(words);
  const sources = literal ? matchReading(shelves, marks, literal, hits) : [];
  if (hits.good < enoughGoodHits) {
    for (const reading of joinedReadings(words)) matchReading(shelves, marks, reading, hits);
  }
  if (literal && hits.good < enoughGoodHits) matchSlips(shelves, marks, literal, sources, hits);
  return hits.hits;
}

function matchReading(
  shelves: SearchShelves,
  marks: SlotMarks,
  reading: Reading,
  hits: BestHits,
): readonly TokenSource[] {
  const sources = reading.map((token) => sourceOf(token, shelves));
  hits.reading = reading;
  marks.matchAll(sources, hits);
  return sources;
}

/** One slip in the whole query: each word in turn may hold it, while the others fit as typed. */
function matchSlips(
  shelves: SearchShelves,
  marks: SlotMarks,
  reading: Reading,
  sources: readonly TokenSource[],
  hits: BestHits,
): void {
  hits.reading = reading;
  for (const [at, token] of reading.entries()) {
    const canOthersFit = sources.every(({ count }, other) => other === at || count > 0);
    if (canOthersFit) marks.matchAll(sources.with(at, slipSourceOf(token, shelves)), hits);
  }
}
