import type { RosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { ParsedGuardian, RosterPhone } from '../../../../src-shared/roster/types.ts';
import type { GuardianRelation } from '../../../../src-shared/tables/students.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import { LINE_SHARE } from '../parse-records.ts';
import type { RosterTable } from '../parse-table.ts';
import { headingKey } from '../tidy-cell.ts';
import { readAddress } from '../values/address.ts';
import { readEmails } from '../values/emails.ts';
import type { ReadFinding } from '../values/finding.ts';
import { readPhones } from '../values/phones.ts';
import { readRelation } from '../values/relation.ts';
import { matchColumns } from './match-columns.ts';
import { checkWidth, type RowReader, readRow } from './read-row.ts';
import { isName } from './read-students.ts';
import type { ReadRoster, RosterField, Vocabulary } from './roster-format.ts';

const identity: readonly RosterField[] = ['studentKey', 'givenName', 'familyName'];

/** A heading that says nothing about whose or what kind of phone it is, or that only numbers the column. */
const plainPhone = /^((telefon|telefonnummer|telefonnr|tel|telnr|phone)\d?|spalte\d+)$/;

/** Reads a table with one row per guardian and child. */
export function* readGuardians(
  table: RosterTable,
  vocabulary: Vocabulary,
  tally: Tally,
): Stepwise<ReadRoster> {
  const { columns, notes } = matchColumns(table, vocabulary);
  const found: Findings = { unreadable: [], notes };
  const guardians: ParsedGuardian[] = [];
  for (const row of table.rows) {
    const wrongWidth = checkWidth(row, table, columns, identity);
    const guardian = wrongWidth ?? readGuardian(readRow(row, table, columns), found);
    if ('code' in guardian) found.unreadable.push(guardian);
    else guardians.push(guardian);
    if (tally.count(LINE_SHARE)) yield;
  }
  return { students: [], guardians, ...found };
}

/** What reading a table collects besides its people. */
export interface Findings {
  readonly unreadable: RosterProblem[];
  readonly notes: RosterProblem[];
}

function readGuardian(row: RowReader, found: Findings): ParsedGuardian | RosterProblem {
  const person = readPerson(row, found);
  if ('code' in person) return person;
  const studentKey = row.text('studentKey');
  const value = `${person.givenName} ${person.familyName}`;
  if (studentKey === null) return row.problem('studentKeyMissing', 'studentKey', { value });
  return { ...person, studentKey, child: null };
}

/** What a row says about a person, whoever's guardian it is. */
export function readPerson(
  row: RowReader,
  found: Findings,
): Omit<ParsedGuardian, 'studentKey' | 'child'> | RosterProblem {
  const givenName = row.text('givenName');
  const familyName = row.text('familyName');
  const name = [givenName, familyName].filter((part) => part !== null).join(' ');
  const relation = readRelation(row.text('relation'));
  // A home or an office has one name, and stands where a person would have the surname.
  const hasName = isName(givenName) || (givenName === null && mayBeOffice(relation));
  if (!hasName || !isName(familyName)) {
    return row.problem('nameMissing', hasName ? 'familyName' : 'givenName', { value: name });
  }
  const address = readAddress(
    row.text('street'),
    row.text('houseNumber'),
    row.text('postalCode'),
    row.text('city'),
  );
  report(row, 'postalCode', address.findings, found);
  return {
    line: row.line,
    givenName: givenName ?? '',
    familyName,
    relation,
    street: address.street,
    postalCode: address.postalCode,
    city: address.city,
    phones: phonesOf(row, found),
    emails: emailsOf(row, found),
  };
}

/** A youth welfare office is a home's keeper or a child's guardian by office. */
function mayBeOffice(relation: GuardianRelation | null): boolean {
  return relation === 'institution' || relation === 'legalGuardian';
}

/** The phones of a row, labelled with their headings. */
export function phonesOf(row: RowReader, found: Findings): RosterPhone[] {
  return row.cells('phone').flatMap(({ column, value }) => {
    const read = readPhones(value);
    report(row, 'phone', read.findings, found, column.heading);
    const label = plainPhone.test(headingKey(column.heading)) ? null : column.heading;
    return read.phones.map((phone) => ({ label: phone.label ?? label, value: phone.value }));
  });
}

function emailsOf(row: RowReader, found: Findings): string[] {
  const emails = row.cells('email').flatMap(({ column, value }) => {
    const read = readEmails(value);
    report(row, 'email', read.findings, found, column.heading);
    return read.emails;
  });
  return [...new Set(emails)];
}

function report(
  row: RowReader,
  field: RosterField,
  findings: readonly ReadFinding[],
  found: Findings,
  heading?: string,
): void {
  for (const { code, kind, value, params } of findings) {
    const details = { value, params, ...(heading === undefined ? {} : { column: heading }) };
    found[kind === 'note' ? 'notes' : 'unreadable'].push(row.problem(code, field, details));
  }
}
