import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../src-main/core/roster/values/address.ts';
import { readDate } from '../../../src-main/core/roster/values/date.ts';
import { readEmails } from '../../../src-main/core/roster/values/emails.ts';
import { readPhones } from '../../../src-main/core/roster/values/phones.ts';
import { readRelation } from '../../../src-main/core/roster/values/relation.ts';
import { TODAY } from '../../support/roster-files/read-rows.ts';

describe('a birth date', () => {
  it.each([
    ['01.02.2018', '2018-02-01'],
    ['1.2.2018', '2018-02-01'],
    ['1.2.18', '2018-02-01'],
    ['1. 2. 2018', '2018-02-01'],
    ['01/02/2018', '2018-02-01'],
    ['01-02-2018', '2018-02-01'],
    ['2018-02-01', '2018-02-01'],
    ['2018-2-1', '2018-02-01'],
    ['20180201', '2018-02-01'],
    ['2018-02-01 00:00:00', '2018-02-01'],
    ['2018-02-01T00:00:00Z', '2018-02-01'],
    ['43132', '2018-02-01'],
    ['43132,5', '2018-02-01'],
    ['29.02.2016', '2016-02-29'],
    ['31.12.99', '1999-12-31'],
    ['1.1.1900', '1900-01-01'],
    ['24.11.26', '2026-11-24'],
  ])('%s is %s', (text, day) => {
    expect(readDate(text, TODAY)).toEqual({ kind: 'day', day });
  });

  it.each([
    ['29.02.2018', 'dateNotOnCalendar'],
    ['31.04.2018', 'dateNotOnCalendar'],
    ['05/23/2018', 'dateNotOnCalendar'],
    ['00.00.0000', 'dateNotOnCalendar'],
    ['25.11.2026', 'dateInFuture'],
    ['01.02.2918', 'dateInFuture'],
    ['01.01.1670', 'dateTooLongAgo'],
    ['unbekannt', 'dateNotUnderstood'],
    ['2018', 'dateNotUnderstood'],
    ['1.2.', 'dateNotUnderstood'],
  ])('%s is refused: %s', (text, code) => {
    expect(readDate(text, TODAY)).toEqual({ kind: 'problem', code });
  });
});

describe('a phone cell', () => {
  it.each([
    ['04222 1234', ['04222 1234']],
    ['04222/1234', ['04222/1234']],
    ['+49 (0) 171 1234567', ['+49 (0) 171 1234567']],
    ['0171-1234567', ['0171-1234567']],
    ['12345', ['12345']],
    ['04222/12345 / 0171 1234567', ['04222/12345', '0171 1234567']],
    ['0422212345/01711234567', ['0422212345', '01711234567']],
    ['04222 12345; 0171 1234567', ['04222 12345', '0171 1234567']],
    ['04222 12345, 0171 1234567', ['04222 12345', '0171 1234567']],
    ['04222 12345 oder 0171 1234567', ['04222 12345', '0171 1234567']],
    ['04222 12345\n0171 1234567', ['04222 12345', '0171 1234567']],
  ])('%j holds %j', (cell, values) => {
    expect(readPhones(cell).phones.map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['Oma: 0171 1234567', 'Oma', '0171 1234567'],
    ['0171 1234567 (Oma)', 'Oma', '0171 1234567'],
    ['Handy Mutter 0171 1234567', 'Handy Mutter', '0171 1234567'],
  ])('%j has a label', (cell, label, value) => {
    expect(readPhones(cell).phones).toEqual([{ label, value }]);
  });

  it.each([
    ['1711234567', '01711234567'],
    ['491711234567', '+491711234567'],
  ])('%s gets back its beginning', (cell, value) => {
    const read = readPhones(cell);
    expect(read.phones).toEqual([{ label: null, value }]);
    expect(read.findings).toEqual([
      expect.objectContaining({ code: 'phoneZeroAdded', kind: 'note', value: cell }),
    ]);
  });

  it('stays as it is where the beginning could be another', () => {
    const read = readPhones('422212345');
    expect(read.phones).toEqual([{ label: null, value: '422212345' }]);
    expect(read.findings).toEqual([expect.objectContaining({ code: 'phoneZeroDoubtful', kind: 'note' })]);
  });

  it.each(['privat', '12', '1,71E+09', '1.71E9', '12345678901234567890'])('%j is listed', (cell) => {
    const read = readPhones(cell);
    expect(read.phones).toEqual([]);
    expect(read.findings).toHaveLength(1);
  });
});

describe('a mail cell', () => {
  it.each([
    ['a@example.org', ['a@example.org']],
    ['PETRA@EXAMPLE.ORG', ['petra@example.org']],
    ['a@example.org; b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org,b@example.org', ['a@example.org', 'b@example.org']],
    ['a@example.org b@example.org', ['a@example.org', 'b@example.org']],
    ['Petra Koch <petra@example.org>', ['petra@example.org']],
    ['mailto:petra@example.org', ['petra@example.org']],
    ['privat petra@example.org', ['petra@example.org']],
    ['büro@müller.example', ['büro@müller.example']],
    ['a@example.org a@example.org', ['a@example.org']],
  ])('%j holds %j', (cell, emails) => {
    expect(readEmails(cell)).toEqual({ emails, findings: [] });
  });

  it.each(['petra', 'petra@', '@example.org', 'petra@example', 'a@b@example.org'])('%j is listed', (cell) => {
    expect(readEmails(cell)).toMatchObject({ emails: [], findings: [{ code: 'emailInvalid' }] });
  });

  it('keeps the good one of two', () => {
    expect(readEmails('a@example.org; b@@x')).toMatchObject({
      emails: ['a@example.org'],
      findings: [{ value: 'b@@x' }],
    });
  });
});

describe('an address', () => {
  it.each([
    [
      ['Am Ring', '12a', '27777', 'Ganderkesee'],
      ['Am Ring 12a', '27777', 'Ganderkesee'],
    ],
    [
      ['Am Ring 12a', '12a', '27777', 'Ganderkesee'],
      ['Am Ring 12a', '27777', 'Ganderkesee'],
    ],
    [
      ['Am Ring 12a', null, null, '27777 Ganderkesee'],
      ['Am Ring 12a', '27777', 'Ganderkesee'],
    ],
    [
      ['Am Ring 12a', null, 'D-27777', 'Ganderkesee'],
      ['Am Ring 12a', '27777', 'Ganderkesee'],
    ],
    [
      ['Am Ring 12a', null, '27777.0', 'Ganderkesee'],
      ['Am Ring 12a', '27777', 'Ganderkesee'],
    ],
    [
      ['Am Ring 12a', null, '1067', 'Dresden'],
      ['Am Ring 12a', '01067', 'Dresden'],
    ],
    [
      [null, null, null, null],
      [null, null, null],
    ],
  ] as const)('%j', ([street, number, code, city], expected) => {
    const address = readAddress(street, number, code, city);
    expect([address.street, address.postalCode, address.city]).toEqual(expected);
  });

  it('tells what it did to a postal code', () => {
    expect(readAddress(null, null, '1067', null).findings).toEqual([
      expect.objectContaining({ code: 'postalCodeZeroAdded', kind: 'note' }),
    ]);
    expect(readAddress(null, null, 'abc', null).findings).toEqual([
      expect.objectContaining({ code: 'postalCodeInvalid', kind: 'unreadable' }),
    ]);
  });
});

describe('a relation', () => {
  it.each([
    ['Mutter', 'mother'],
    ['VATER', 'father'],
    ['Großmutter', 'grandparent'],
    ['Pflegeeltern', 'fosterParent'],
    ['Amtsvormund', 'legalGuardian'],
    ['Wohngruppe', 'institution'],
    ['Nachbarin', null],
    [null, null],
  ])('%s is %s', (text, relation) => {
    expect(readRelation(text)).toBe(relation);
  });
});
