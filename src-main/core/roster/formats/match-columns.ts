import { type RosterProblem, rosterProblem } from '../../../../src-shared/roster/problems.ts';
import { isWithin } from '../../../../src-shared/roster/similar-name.ts';
import type { RosterTable } from '../parse-table.ts';
import { headingKey } from '../tidy-cell.ts';
import type { RosterField, Vocabulary } from './roster-format.ts';

/** A column that holds a field. */
export interface Column {
  readonly index: number;
  readonly heading: string;
}

export type Columns = ReadonlyMap<RosterField, readonly Column[]>;

const repeatable: readonly RosterField[] = ['phone', 'email'];

/** Shorter headings are not guessed: `Ort` and `Art` differ by one letter. */
const SHORTEST_GUESS = 5;

interface FieldMatch {
  readonly field: RosterField;
  /** Place of the name in the vocabulary; the smaller, the surer. */
  readonly rank: number;
  readonly guessed: boolean;
}

/** The field a heading names: exactly, or with one letter wrong (two in a long heading). */
export function fieldOf(heading: string, vocabulary: Vocabulary): FieldMatch | null {
  const key = headingKey(heading);
  const exact = exactFieldOf(key, vocabulary);
  if (exact) return exact;
  const entries = fieldsOf(vocabulary);
  if (key.length < SHORTEST_GUESS) return null;
  const limit = key.length >= 12 ? 2 : 1;
  const near = entries.filter(([, names]) =>
    names.some((name) => name.length >= SHORTEST_GUESS && isWithin(key, name, limit)),
  );
  const [only, ...more] = near;
  return only && more.length === 0 ? { field: only[0], rank: only[1].length, guessed: true } : null;
}

function exactFieldOf(key: string, vocabulary: Vocabulary): FieldMatch | null {
  for (const [field, names] of fieldsOf(vocabulary)) {
    const rank = names.indexOf(key);
    if (rank >= 0) return { field, rank, guessed: false };
  }
  return null;
}

/**
 * Finds the columns of a table whose headings a program writes, always the same: nothing is guessed, since there
 * `Nachname 1. Person` and `Nachname 2. Person` differ by one character. A row may tell of several people; each has a
 * vocabulary of its own.
 * @returns the columns of each vocabulary, in its order
 */
export function matchFixedColumns(
  table: RosterTable,
  vocabularies: readonly Vocabulary[],
): { people: Columns[]; notes: RosterProblem[] } {
  const people = vocabularies.map((vocabulary) => {
    const columns = new Map<RosterField, Column[]>();
    for (const [index, heading] of table.header.entries()) {
      const match = exactFieldOf(headingKey(heading), vocabulary);
      const known = match ? (columns.get(match.field) ?? []) : [];
      if (match && (known.length === 0 || repeatable.includes(match.field)))
        columns.set(match.field, [...known, { index, heading }]);
    }
    return columns;
  });
  const used = new Set(people.flatMap((columns) => [...columns.values()].flat().map(({ index }) => index)));
  return { people, notes: ignoredNote(table, (_, index) => used.has(index)) };
}

/** Finds the columns of a table, whatever their order, and notes what was guessed, doubled or not needed. */
export function matchColumns(
  table: RosterTable,
  vocabulary: Vocabulary,
): { columns: Columns; notes: RosterProblem[] } {
  const columns = new Map<RosterField, Column[]>();
  const notes: RosterProblem[] = [];
  const found = table.header.map((heading, index) => ({
    heading,
    index,
    match: fieldOf(heading, vocabulary),
  }));
  const surestFirst = found.toSorted((left, right) => (left.match?.rank ?? 0) - (right.match?.rank ?? 0));
  for (const { heading, index, match } of surestFirst) {
    if (!match) continue;
    const known = columns.get(match.field) ?? [];
    if (known.length > 0 && !repeatable.includes(match.field)) {
      const used = known[0]?.heading ?? '';
      notes.push(rosterProblem('headerTwice', table.file, { column: heading, params: { used } }));
      continue;
    }
    if (match.guessed) notes.push(guess(table, heading, vocabulary[match.field]?.[0] ?? ''));
    columns.set(
      match.field,
      [...known, { index, heading }].sort((left, right) => left.index - right.index),
    );
  }
  notes.push(...ignoredNote(table, (_, index) => Boolean(found[index]?.match)));
  return { columns, notes };
}

function ignoredNote(
  table: RosterTable,
  isKnown: (heading: string, index: number) => boolean,
): RosterProblem[] {
  const ignored = table.header.filter((heading, index) => heading !== '' && !isKnown(heading, index));
  if (ignored.length === 0) return [];
  const params = { columns: ignored.join(', '), count: ignored.length };
  return [rosterProblem('columnsIgnored', table.file, { params })];
}

function guess(table: RosterTable, heading: string, meant: string): RosterProblem {
  return rosterProblem('headerGuessed', table.file, { column: heading, params: { meant } });
}

/** The fields a header has at least one column for. */
export function fieldsIn(header: readonly string[], vocabulary: Vocabulary): Set<RosterField> {
  return new Set(header.flatMap((heading) => fieldOf(heading, vocabulary)?.field ?? []));
}

function fieldsOf(vocabulary: Vocabulary): [RosterField, readonly string[]][] {
  // Object.entries knows the keys of a record as strings only.
  return Object.entries(vocabulary) as [RosterField, readonly string[]][];
}
