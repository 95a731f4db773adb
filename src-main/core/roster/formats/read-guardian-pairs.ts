import type { RosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { NamedChild, ParsedGuardian } from '../../../../src-shared/roster/types.ts';
import type { GuardianRelation } from '../../../../src-shared/tables/students.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import { LINE_SHARE } from '../parse-records.ts';
import type { RosterTable } from '../parse-table.ts';
import { headingKey } from '../tidy-cell.ts';
import { readRelation } from '../values/relation.ts';
import { type Columns, matchFixedColumns } from './match-columns.ts';
import { type Findings, readPerson } from './read-guardians.ts';
import { checkWidth, type RowReader, readRow } from './read-row.ts';
import { isName, readBirthDate } from './read-students.ts';
import type { ReadOptions, ReadRoster, RosterField, Vocabulary } from './roster-format.ts';
import { splitTwin } from './split-twin.ts';

const identity: readonly RosterField[] = ['childGivenName', 'childFamilyName', 'givenName', 'familyName'];

/**
 * Reads a table that names a child by name and birth date and up to two people for it in one row, both at one address.
 * A second person without a name is none.
 * @param people the vocabulary of each person; the first also knows the child's columns.
 */
export function* readGuardianPairs(
  table: RosterTable,
  people: readonly Vocabulary[],
  options: ReadOptions,
  tally: Tally,
): Stepwise<ReadRoster> {
  return yield* readGuardianRows(table, matchFixedColumns(table, people), options, tally);
}

/** Reads the rows of guardians by columns that are known already. A child that has a key is found by it. */
export function* readGuardianRows(
  table: RosterTable,
  { people: columns, notes }: { readonly people: readonly Columns[]; readonly notes: RosterProblem[] },
  options: ReadOptions,
  tally: Tally,
): Stepwise<ReadRoster> {
  const found: Findings = { unreadable: [], notes };
  const guardians: ParsedGuardian[] = [];
  for (const row of table.rows) {
    const wrongWidth = columns[0] && checkWidth(row, table, columns[0], identity);
    const readers = columns.map((own) => readRow(row, table, own));
    if (wrongWidth) found.unreadable.push(wrongWidth);
    else guardians.push(...readPair(readers, options, found));
    if (tally.count(LINE_SHARE)) yield;
  }
  return { students: [], guardians, ...found };
}

function readPair(readers: readonly RowReader[], options: ReadOptions, found: Findings): ParsedGuardian[] {
  const named = readers.filter((reader) => reader.text('givenName') ?? reader.text('familyName'));
  const [first] = readers;
  if (!first || named.length === 0) {
    if (first) found.unreadable.push(first.problem('nameMissing', 'familyName', { value: '' }));
    return [];
  }
  const studentKey = first.text('studentKey');
  const child = studentKey === null ? readChild(first, options, found) : null;
  if (child && 'code' in child) {
    found.unreadable.push(child);
    return [];
  }
  return named.flatMap((reader) => {
    const person = readPerson(reader, found);
    if ('code' in person) {
      found.unreadable.push(person);
      return [];
    }
    return [{ ...person, relation: relationOf(reader), studentKey, child }];
  });
}

/** The child a row names, or what is missing to name it. */
export function readChild(row: RowReader, options: ReadOptions, found: Findings): NamedChild | RosterProblem {
  const givenName = row.text('childGivenName');
  const written = row.text('childFamilyName');
  if (!isName(givenName) || !isName(written))
    return row.problem('nameMissing', isName(givenName) ? 'childFamilyName' : 'childGivenName', {
      value: [givenName, written].filter((part) => part !== null).join(' '),
    });
  const birthDate = readBirthDate(row, 'childBirthDate', options, found.unreadable);
  return { givenName, ...splitTwin(written), birthDate };
}

/**
 * The tie of one of two people. `Vater & Mutter` and `Eltern` say it of both, and only the salutation tells who is who;
 * `Mutter` with a Herr beside her says nothing about him.
 */
function relationOf(row: RowReader): GuardianRelation | null {
  const told = readRelation(row.text('relation'));
  const bySalutation = { herr: 'father', frau: 'mother' } as const;
  const key = headingKey(row.text('salutation') ?? '');
  const salutation = key === 'herr' || key === 'frau' ? bySalutation[key] : null;
  if (told === 'mother' || told === 'father') return salutation && salutation !== told ? null : told;
  if (told !== null) return told;
  const both = /^(eltern|vater.*mutter|mutter.*vater|vaeter|muetter)/;
  return both.test(headingKey(row.text('relation') ?? '')) ? salutation : null;
}
