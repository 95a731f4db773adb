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
  const entries = fieldsOf(vocabulary);
  for (const [field, names] of entries) {
    const rank = names.indexOf(key);
    if (rank >= 0) return { field, rank, guessed: false };
  }
  if (key.length < SHORTEST_GUESS) return null;
  const limit = key.length >= 12 ? 2 : 1;
  const near = entries.filter(([, names]) =>
    names.some((name) => name.length >= SHORTEST_GUESS && isWithin(key, name, limit)),
  );
  const [only, ...more] = near;
  return only && more.length === 0 ? { field: only[0], rank: only[1].length, guessed: true } : null;
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
  const ignored = found
    .filter(({ heading, match }) => heading !== '' && !match)
    .map(({ heading }) => heading);
  if (ignored.length > 0) {
    const params = { columns: ignored.join(', '), count: ignored.length };
    notes.push(rosterProblem('columnsIgnored', table.file, { params }));
  }
  return { columns, notes };
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
