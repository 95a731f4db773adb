import type { ParsedPhone } from '../../../../src-shared/roster/types.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import { LINE_SHARE } from '../parse-records.ts';
import type { RosterTable } from '../parse-table.ts';
import { headingKey } from '../tidy-cell.ts';
import { matchFixedColumns } from './match-columns.ts';
import { readChild } from './read-guardian-pairs.ts';
import { type Findings, phonesOf } from './read-guardians.ts';
import { checkWidth, readRow } from './read-row.ts';
import type { ReadOptions, ReadRoster, RosterFormat, Vocabulary } from './roster-format.ts';

const vocabulary: Vocabulary = {
  childFamilyName: ['nachname'],
  childGivenName: ['vorname'],
  childBirthDate: ['geburtsdatum'],
  phone: ['telefonnr'],
  relation: ['art'],
};

/** `SchuelerTelefonnummern.dat` of SchILD-NRW: a number in a row, and in words whose it is (`Handy Mutter`). */
export const schildPhones: RosterFormat = {
  id: 'schildPhones',
  covers: 'guardians',
  vocabulary,
  required: [
    { anyOf: ['childFamilyName'], heading: 'Nachname' },
    { anyOf: ['childGivenName'], heading: 'Vorname' },
    { anyOf: ['phone'], heading: 'Telefonnr.' },
  ],
  detect: (header) => {
    const keys = header.map(headingKey);
    return ['nachname', 'vorname', 'telefonnr', 'art'].every((key) => keys.includes(key)) ? 0.97 : 0;
  },
  read: readSchildPhones,
};

function* readSchildPhones(table: RosterTable, options: ReadOptions, tally: Tally): Stepwise<ReadRoster> {
  const { people, notes } = matchFixedColumns(table, [vocabulary]);
  const [columns = new Map()] = people;
  const found: Findings = { unreadable: [], notes };
  const phones: ParsedPhone[] = [];
  for (const row of table.rows) {
    const reader = readRow(row, table, columns);
    const wrongWidth = checkWidth(row, table, columns, ['childGivenName', 'childFamilyName', 'phone']);
    const child = wrongWidth ?? readChild(reader, options, found);
    if ('code' in child) found.unreadable.push(child);
    else {
      const owner = reader.text('relation');
      for (const { value } of phonesOf(reader, found))
        phones.push({ line: row.line, child, owner, phone: { label: owner, value } });
    }
    if (tally.count(LINE_SHARE)) yield;
  }
  return { students: [], guardians: [], phones, ...found };
}
