import type { NameWords } from './name-words.ts';
import type { StudentEntry } from './student-entry.ts';

const german = new Intl.Collator('de');
const byClass = new Intl.Collator('de', { numeric: true });

/**
 * Children in the order of a German list: family name, given name, class, birth date, id.
 * Each slot has a position that can be compared without comparing names again.
 */
export class AlphabeticalOrder {
  #sorted: StudentEntry[] = [];
  #positions = new Float64Array(64);

  /** Rises with the alphabet; only meaningful for slots that are filed. */
  position(slot: number): number {
    return this.#positions[slot] ?? 0;
  }

  /** Replaces everything. Compares each different name only once, which is most of the cost of sorting. */
  load(entries: readonly StudentEntry[]): void {
    const family = ranks(entries.map((entry) => entry.family));
    const given = ranks(entries.map((entry) => entry.given));
    const ranked = entries.map((entry) => ({
      entry,
      rank: (family.get(entry.family.text) ?? 0) * (given.size + 1) + (given.get(entry.given.text) ?? 0),
    }));
    ranked.sort((a, b) => a.rank - b.rank || compareRest(a.entry, b.entry));
    this.#sorted = ranked.map(({ entry }) => entry);
    this.#number();
  }

  add(entry: StudentEntry): void {
    const at = this.#placeOf(entry);
    const before = this.#sorted[at - 1];
    const after = this.#sorted[at];
    this.#sorted.splice(at, 0, entry);
    this.#makeRoomFor(entry.slot);
    const low = before ? this.position(before.slot) : after ? this.position(after.slot) - 2 : 0;
    const high = after ? this.position(after.slot) : low + 2;
    const middle = (low + high) / 2;
    this.#positions[entry.slot] = middle;
    if (middle <= low || middle >= high) this.#number();
  }

  remove(entry: StudentEntry): void {
    const at = this.#placeOf(entry);
    if (this.#sorted[at] === entry) this.#sorted.splice(at, 1);
  }

  #placeOf(entry: StudentEntry): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#sorted[middle];
      if (other && compareEntries(other, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #number(): void {
    this.#makeRoomFor(this.#sorted.reduce((highest, entry) => Math.max(highest, entry.slot), 0));
    for (const [at, entry] of this.#sorted.entries()) this.#positions[entry.slot] = at;
  }

  #makeRoomFor(slot: number): void {
    if (slot < this.#positions.length) return;
    const larger = new Float64Array(Math.max(slot + 1, this.#positions.length * 2));
    larger.set(this.#positions);
    this.#positions = larger;
  }
}

function compareEntries(a: StudentEntry, b: StudentEntry): number {
  return (
    german.compare(a.family.text, b.family.text) ||
    german.compare(a.given.text, b.given.text) ||
    compareRest(a, b)
  );
}

function compareRest(a: StudentEntry, b: StudentEntry): number {
  return (
    byClass.compare(a.className, b.className) ||
    compareText(a.birthDate, b.birthDate) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Equal ranks for names the collation holds equal, so that sorting in bulk and one by one agree. */
function ranks(names: readonly NameWords[]): Map<string, number> {
  const sortable = new Map(names.map((name) => [name.text, { text: name.text, base: baseLetters(name) }]));
  const byName = new Map<string, number>();
  let previous: SortableName | undefined;
  let rank = 0;
  for (const name of [...sortable.values()].sort(compareNames)) {
    if (previous && compareNames(previous, name) !== 0) rank++;
    byName.set(name.text, rank);
    previous = name;
  }
  return byName;
}

interface SortableName {
  readonly text: string;
  readonly base: string | undefined;
}

/** Letters the collation compares by their base letter first, ä as a and ß as ss. */
const lettersWithBase = /^[a-zA-ZÀ-ÅÇ-ÏÑ-ÖÙ-Ýß-åç-ïñ-öù-ýÿĄąĆćČčĘęĞğŃńŚśŞşŠšŹźŻżŽž]+$/;

function baseLetters(name: NameWords): string | undefined {
  return lettersWithBase.test(name.text) ? name.keys[0] : undefined;
}

/** The same order as the collation's, which is slow, and asked only when base letters don't decide. */
function compareNames(a: SortableName, b: SortableName): number {
  const isDecided = a.base !== undefined && b.base !== undefined && a.base !== b.base;
  return isDecided ? compareText(a.base ?? '', b.base ?? '') : german.compare(a.text, b.text);
}
