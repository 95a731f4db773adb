import { describe, expect, it } from 'vitest';
import { openRosterFile } from '../../../src-main/core/roster/open-file.ts';
import { unknownList } from '../../../src-main/core/roster/unknown-list.ts';
import type { ColumnMapping } from '../../../src-shared/roster/mapping.ts';
import { rosterProblem } from '../../../src-shared/roster/problems.ts';
import { readBytes, TODAY } from '../../support/roster-files/read-rows.ts';
import { writeText } from '../../support/roster-files/write-table.ts';

const students: ColumnMapping = {
  kind: 'students',
  hasHeading: false,
  fields: ['familyName', 'givenName', 'birthDate', null, 'className'],
};

const edoo = 'Koch;Mia;01.02.2018;w;3b\r\nGrößler;Jörn;02.03.2018;m;3b\r\n';

describe('a list whose columns somebody has named', () => {
  it('without heading begins with its first row', () => {
    const read = readBytes(writeText(edoo, 'windows-1252'), { mapping: students });
    expect(read).toMatchObject({ format: 'mapped', covers: 'students', separator: ';', unreadable: [] });
    expect(read.students).toMatchObject([
      { line: 1, familyName: 'Koch', givenName: 'Mia', birthDate: '2018-02-01', className: '3b' },
      { line: 2, familyName: 'Größler' },
    ]);
  });

  it('with a heading begins below it, whatever the heading says', () => {
    const text = `A;B;C;D;E\r\n${edoo}`;
    const read = readBytes(writeText(text), { mapping: { ...students, hasHeading: true } });
    expect(read.students.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('names a wrong cell by the column’s number', () => {
    const read = readBytes(writeText('Koch;Mia;gestern;w;3b\r\n'), { mapping: students });
    expect(read.unreadable).toMatchObject([{ code: 'dateNotUnderstood', line: 1, column: 'Spalte 3' }]);
  });

  it('of guardians finds the child by key or by name, and gives a phone no column as its label', () => {
    const mapping: ColumnMapping = {
      kind: 'guardians',
      hasHeading: false,
      fields: ['givenName', 'familyName', 'studentKey', 'childGivenName', 'childFamilyName', 'phone'],
    };
    const text = 'Ina;Koch;17;;;0171 1234567\r\nOle;Lang;;Mia;Koch;\r\n';
    const read = readBytes(writeText(text), { mapping });
    expect(read).toMatchObject({
      covers: 'guardians',
      unreadable: [],
      guardians: [
        { givenName: 'Ina', studentKey: '17', child: null, phones: [{ label: null }] },
        { givenName: 'Ole', studentKey: null, child: { givenName: 'Mia', familyName: 'Koch' } },
      ],
    });
  });

  it('is cut as its sample was', () => {
    const text = 'Koch, geb. Adler;Mia;01.02.2018;w;3b\r\n';
    expect(readBytes(writeText(text), { mapping: students }).students[0]?.familyName).toBe(
      'Koch, geb. Adler',
    );
  });
});

describe('a list that no format knows', () => {
  const ask = async (text: string, code: Parameters<typeof rosterProblem>[0] = 'headerMissing') => {
    const [list] = await openRosterFile(writeText(text), 'liste.csv');
    return list ? unknownList(list, rosterProblem(code, 'liste.csv'), { today: TODAY }) : null;
  };

  it('shows its first rows, and guesses nothing from a child', async () => {
    expect(await ask(edoo)).toMatchObject({
      file: 'liste.csv',
      rows: [
        ['Koch', 'Mia', '01.02.2018', 'w', '3b'],
        ['Größler', 'Jörn', '02.03.2018', 'm', '3b'],
      ],
      guesses: { students: [null, null, null, null, null] },
    });
  });

  it('guesses from headings it knows in part', async () => {
    const list = await ask('Familienname;Rufname;Stufe\nKoch;Mia;3\n', 'columnsMissing');
    expect(list?.guesses.students).toEqual(['familyName', 'callName', null]);
    expect(list?.guesses.guardians[0]).toBe('familyName');
  });

  it.each([
    ['a letter in one column', 'Liebe Eltern\nmorgen ist Wandertag\n', 'headerMissing'],
    ['a file that is too large', edoo, 'fileTooLarge'],
  ] as const)('is not asked about: %s', async (_, text, code) => {
    expect(await ask(text, code)).toBeNull();
  });
});
