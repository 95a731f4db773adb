import type { RosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { ParsedStudent } from '../../../../src-shared/roster/types.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import { LINE_SHARE } from '../parse-records.ts';
import type { RosterTable } from '../parse-table.ts';
import { readDate } from '../values/date.ts';
import { type Columns, matchColumns, matchFixedColumns } from './match-columns.ts';
import { checkWidth, type RowReader, readRow } from './read-row.ts';
import type { ReadOptions, ReadRoster, RosterField, Vocabulary } from './roster-format.ts';

const identity: readonly RosterField[] = ['importKey', 'callName', 'givenName', 'familyName', 'className'];

/** Reads a table with one row per child (or per child and group). */
export function* readStudents(
  table: RosterTable,
  vocabulary: Vocabulary,
  options: ReadOptions,
  tally: Tally,
): Stepwise<ReadRoster> {
  const { columns, notes } = matchColumns(table, vocabulary);
  return yield* readStudentRows(table, columns, notes, options, tally);
}

/** Reads a table of children whose headings are always the same (see {@link matchFixedColumns}). */
export function* readFixedStudents(
  table: RosterTable,
  vocabulary: Vocabulary,
  options: ReadOptions,
  tally: Tally,
): Stepwise<ReadRoster> {
  const { people, notes } = matchFixedColumns(table, [vocabulary]);
  return yield* readStudentRows(table, people[0] ?? new Map(), notes, options, tally);
}

/** Reads the rows of children by columns that are known already. */
export function* readStudentRows(
  table: RosterTable,
  columns: Columns,
  notes: RosterProblem[],
  options: ReadOptions,
  tally: Tally,
): Stepwise<ReadRoster> {
  const unreadable: RosterProblem[] = [];
  const students: ParsedStudent[] = [];
  for (const row of table.rows) {
    const wrongWidth = checkWidth(row, table, columns, identity);
    const student = wrongWidth ?? readStudent(readRow(row, table, columns), options, unreadable);
    if ('code' in student) unreadable.push(student);
    else students.push(student);
    if (tally.count(LINE_SHARE)) yield;
  }
  return { students, guardians: [], unreadable, notes };
}

function readStudent(
  row: RowReader,
  options: ReadOptions,
  unreadable: RosterProblem[],
): ParsedStudent | RosterProblem {
  const givenName = row.text('callName') ?? row.text('givenName');
  const familyName = row.text('familyName');
  if (!isName(givenName) || !isName(familyName)) {
    const missing = isName(givenName) ? 'familyName' : 'givenName';
    const value = [givenName, familyName].filter((part) => part !== null).join(' ');
    return row.problem('nameMissing', missing, { value });
  }
  return {
    line: row.line,
    importKey: row.text('importKey'),
    givenName,
    familyName,
    className: row.text('className'),
    birthDate: readBirthDate(row, 'birthDate', options, unreadable),
  };
}

/** The birth date of a row; null when there is none, or when it went into `unreadable`. */
export function readBirthDate(
  row: RowReader,
  field: 'birthDate' | 'childBirthDate',
  options: ReadOptions,
  unreadable: RosterProblem[],
): string | null {
  const text = row.text(field);
  if (text === null) return null;
  const read = readDate(text, options.today);
  if (read.kind === 'day') return read.day;
  unreadable.push(row.problem(read.code, field));
  return null;
}

/** A name has at least one letter; `-` and `?` are what people type when they don't know it. */
export function isName(text: string | null): text is string {
  return text !== null && /\p{L}/u.test(text);
}
