import { describe, expect, it } from 'vitest';
import { readBytes, readRows } from '../../support/roster-files/read-rows.ts';
import { writeText } from '../../support/roster-files/write-table.ts';

describe('the guardians of SVWS', () => {
  const heading = [
    'nachname',
    'vorname',
    'geburtsdatum',
    'erzieherart',
    'anrede1',
    'titel1',
    'nachname1',
    'vorname1',
    'email1',
    'anrede2',
    'titel2',
    'nachname2',
    'vorname2',
    'email2',
    'strasse',
    'hausnummer',
    'hausnummerzusatz',
    'plz',
    'ort',
    'ortsteil',
    'anschreiben',
    'bemerkungen',
  ];

  it('are read with letters that no single-byte encoding has', () => {
    const row = [
      'Yılmaz',
      'Đorđe',
      '01.02.2018',
      'Eltern',
      'Frau',
      'Prof. Dr.',
      'Yılmaz',
      'Ayşe',
      'a@example.org',
      'Herr',
      '',
      'Đorđević',
      'Luka',
      '',
      'Am Ring',
      '12',
      'a',
      '02777',
      'Ganderkesee',
      '',
      'J',
      '',
    ];
    const read = readRows([heading, row], { quotes: 'all' });
    expect(read).toMatchObject({ format: 'svwsGuardians', unreadable: [] });
    expect(read.guardians).toMatchObject([
      {
        givenName: 'Ayşe',
        familyName: 'Yılmaz',
        relation: 'mother',
        street: 'Am Ring 12',
        postalCode: '02777',
      },
      { givenName: 'Luka', familyName: 'Đorđević', relation: 'father' },
    ]);
    expect(read.guardians[0]?.child?.givenName).toBe('Đorđe');
  });
});

describe('GPU010 of Untis', () => {
  const line = (...cells: string[]) => cells.join(';');
  const mia = [
    'Koch_Mia_20180201',
    'Koch',
    '',
    '',
    '',
    '',
    '',
    'Mia',
    '4711',
    '3b',
    '1',
    '',
    '20180201',
    '',
    '',
    '',
  ];

  it.each([
    ['with semicolons', line(...mia)],
    ['with commas and quotes', mia.map((cell) => (cell === '' ? '' : `"${cell}"`)).join(',')],
    ['without the empty cells at the end', line(...mia.slice(0, 13))],
  ])('is known by its places, %s', (_, text) => {
    const read = readBytes(writeText(`${text}\r\n${text.replaceAll('Mia', 'Ida')}\r\n`, 'windows-1252'));
    expect(read).toMatchObject({ format: 'untisStudents', unreadable: [] });
    expect(read.students).toMatchObject([
      {
        line: 1,
        importKey: null,
        givenName: 'Mia',
        familyName: 'Koch',
        className: '3b',
        birthDate: '2018-02-01',
      },
      { line: 2, givenName: 'Ida' },
    ]);
  });

  it.each([
    ['classes', ['3b', 'Klasse 3b', '', 'R12', ...Array<string>(20).fill('')], 'listOfClasses'],
    [
      'teachers',
      ['Pet', 'Petersen', ...Array<string>(26).fill(''), 'Jan', '', '2', '', 'p@example.org'],
      'listOfTeachers',
    ],
  ])('is not mixed up with the list of %s, which is named', (_, cells, code) => {
    expect(() => readBytes(writeText(`${cells.join(';')}\r\n`))).toThrow(code);
  });

  it('is not taken for any other list without heading', () => {
    expect(() => readBytes(writeText('3b;Koch;Mia;01.02.2018\n3b;Lang;Ole;02.03.2018\n'))).toThrow(
      'headerMissing',
    );
  });
});

describe('WebUntis', () => {
  it('is read by its English headings, the short name is no surname', () => {
    const read = readRows(
      [
        ['name', 'longName', 'foreName', 'gender', 'birthDate', 'klasse.name', 'id', 'externKey'],
        ['KocMia', 'Koch', 'Mia', 'W', '01.02.2018', '3b', '88', '17'],
      ],
      { separator: '\t', encoding: 'iso-8859-15' },
    );
    expect(read).toMatchObject({ format: 'webUntisStudents', separator: '\t' });
    expect(read.students).toMatchObject([
      { familyName: 'Koch', givenName: 'Mia', className: '3b', importKey: '17' },
    ]);
  });
});
