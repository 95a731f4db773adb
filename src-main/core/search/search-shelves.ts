import { AlphabeticalOrder } from './alphabetical-order.ts';
import { classWords } from './class-words.ts';
import { type NameWords, nameWords } from './name-words.ts';
import type { SearchableStudent } from './searchable-student.ts';
import {
  forEachTerm,
  makeEntry,
  phoneBucketsOf,
  type StudentEntry,
  type WordSplitters,
} from './student-entry.ts';
import { TermList } from './term-list.ts';

/** Every place where a child is filed, kept in step: names, classes, ends of phone numbers, alphabet. */
export class SearchShelves {
  readonly terms = new TermList();
  readonly order = new AlphabeticalOrder();
  /** Slots by class name. */
  readonly classes = new Map<string, number[]>();
  /** Slots by the last digits of the guardians' numbers. */
  readonly phones = new Map<string, number[]>();
  /** By slot; holes where a child was removed. */
  readonly entries: (StudentEntry | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #freeSlots: number[] = [];
  /** Children of one name share its words: there are far fewer names than children. */
  readonly #splitNames = new Map<string, NameWords>();
  readonly #splitters: WordSplitters = {
    name: (text) => remember(this.#splitNames, text, nameWords),
    className: (text) => this.wordsOfClass(text),
  };

  put(student: SearchableStudent): void {
    this.remove(student.id);
    const entry = this.#enter(student, this.#freeSlots.pop() ?? this.entries.length);
    forEachTerm(entry, (term, posting) => this.terms.add(term, posting));
    this.order.add(entry);
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    const entry = slot === undefined ? undefined : this.entries[slot];
    if (!entry) return;
    forEachTerm(entry, (term, posting) => this.terms.remove(term, posting));
    this.order.remove(entry);
    for (const bucket of phoneBucketsOf(entry)) takeFrom(this.phones, bucket, entry.slot);
    takeFrom(this.classes, entry.className, entry.slot);
    this.#forgetNames(entry);
    this.#slots.delete(id);
    this.entries[entry.slot] = undefined;
    this.#freeSlots.push(entry.slot);
  }

  /** A child listed twice counts once, as listed last. */
  replaceAll(students: Iterable<SearchableStudent>): void {
    const byId = new Map<string, SearchableStudent>();
    for (const student of students) byId.set(student.id, student);
    for (const shelf of [this.classes, this.phones, this.#slots, this.#splitNames]) shelf.clear();
    this.#freeSlots.length = 0;
    this.entries.length = 0;
    const postingsByTerm = new Map<string, number[]>();
    const entries: StudentEntry[] = [];
    for (const student of byId.values()) {
      const entry = this.#enter(student, entries.length);
      entries.push(entry);
      forEachTerm(entry, (term, posting) => {
        const postings = postingsByTerm.get(term);
        if (postings) postings.push(posting);
        else postingsByTerm.set(term, [posting]);
      });
    }
    this.terms.load(postingsByTerm);
    this.order.load(entries);
  }

  /** The words of a class name, taken from any child of the class. */
  wordsOfClass(className: string): readonly string[] {
    const anyone = this.classes.get(className)?.[0];
    const known = anyone === undefined ? undefined : this.entries[anyone];
    return known?.classWords ?? classWords(className);
  }

  #enter(student: SearchableStudent, slot: number): StudentEntry {
    const entry = makeEntry(student, slot, this.#splitters);
    this.entries[slot] = entry;
    this.#slots.set(entry.id, slot);
    for (const bucket of phoneBucketsOf(entry)) addTo(this.phones, bucket, slot);
    addTo(this.classes, entry.className, slot);
    return entry;
  }

  /** Only the memory of shared words; others of that name keep theirs. */
  #forgetNames(entry: StudentEntry): void {
    for (const person of [entry, ...entry.guardians]) {
      this.#splitNames.delete(person.given.text);
      this.#splitNames.delete(person.family.text);
    }
  }
}

function remember<T>(known: Map<string, T>, text: string, make: (text: string) => T): T {
  const remembered = known.get(text);
  if (remembered !== undefined) return remembered;
  const made = make(text);
  known.set(text, made);
  return made;
}

function addTo(shelf: Map<string, number[]>, key: string, slot: number): void {
  const slots = shelf.get(key);
  if (slots === undefined) shelf.set(key, [slot]);
  // Two numbers of one child that end alike come one after the other.
  else if (slots.at(-1) !== slot) slots.push(slot);
}

function takeFrom(shelf: Map<string, number[]>, key: string, slot: number): void {
  const slots = shelf.get(key) ?? [];
  const place = slots.indexOf(slot);
  if (place >= 0) slots.splice(place, 1);
  if (slots.length === 0) shelf.delete(key);
}
