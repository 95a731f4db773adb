import { describe, expect, it } from 'vitest';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import { isNothingToDo } from '../../../src-shared/roster/preview.ts';
import { readBytes } from '../../support/roster-files/read-rows.ts';
import { child, school as schoolOf } from '../../support/roster-files/small-school.ts';
import { writeText } from '../../support/roster-files/write-table.ts';

const basis =
  'Nachname|Vorname|Geburtsdatum|Geschlecht|Status|PLZ|Ort|Straße|Jahr|Abschnitt|Jahrgang|Klasse|Schulgliederung|OrgForm|Klassenart';

const basisRow = (name: string, given: string, born: string, status: string, className: string) =>
  `${name}|${given}|${born}|w|${status}|27777|Ganderkesee|Am Ring 3|2026|1|03|${className}|***|*|RK`;

const parents =
  'Nachname|Vorname|Geburtsdatum|Erzieherart|Anrede 1.Person|Titel 1.Person|Nachname 1.Person|Vorname 1.Person|Anrede 2.Person|Titel 2.Person|Nachname 2.Person|Vorname 2.Person|Straße|PLZ|Ort|Ortsteil|E-Mail 1. Person|Anschreiben|E-Mail 2. Person';

const schild = (...lines: string[]) => writeText(`${lines.join('\r\n')}\r\n`, 'windows-1252');

describe('SchuelerBasisdaten.dat', () => {
  it('is read with umlauts from Windows-1252, without keys', () => {
    const read = readBytes(schild(basis, basisRow('Müller', 'Zoë', '01.02.2018', '2', '03b')));
    expect(read).toMatchObject({ format: 'schildStudents', encoding: 'windows-1252', separator: '|' });
    expect(read.students).toEqual([
      {
        line: 2,
        importKey: null,
        givenName: 'Zoë',
        familyName: 'Müller',
        className: '03b',
        birthDate: '2018-02-01',
      },
    ]);
  });

  it('leaves out whoever waits, visits or has left, keeps whoever is on leave, and says how many', () => {
    const states = ['0', '1', '2', '3', '6', '8', '9'];
    const read = readBytes(
      schild(basis, ...states.map((state) => basisRow('Koch', `Kind${state}`, '01.02.2018', state, '3b'))),
    );
    expect(read.students.map(({ givenName }) => givenName)).toEqual(['Kind2', 'Kind3']);
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'notAtSchool', params: { count: 5 } }));
  });

  it('takes the class off the surname of namesakes', () => {
    const read = readBytes(schild(basis, basisRow('Koch#3b-1', 'Mia', '01.02.2018', '2', '3b')));
    expect(read.students[0]?.familyName).toBe('Koch');
  });
});

describe('SchuelerErzieher.dat', () => {
  const row = (art: string, first: string, second: string) =>
    `Koch|Mia|01.02.2018|${art}|${first}|${second}|Am Ring 3|27777|Ganderkesee||eins@example.org|J|zwei@example.org`;

  it('has two people in a row, at one address, each with an own e-mail', () => {
    const read = readBytes(schild(parents, row('Vater & Mutter', 'Herr||Koch|Jens', 'Frau|Dr.|Yildiz|Ayse')));
    const address = { street: 'Am Ring 3', postalCode: '27777', city: 'Ganderkesee' };
    const mia = { givenName: 'Mia', familyName: 'Koch', birthDate: '2018-02-01', className: null };
    expect(read).toMatchObject({ format: 'schildGuardians', covers: 'guardians', unreadable: [] });
    expect(read.guardians).toMatchObject([
      { givenName: 'Jens', relation: 'father', emails: ['eins@example.org'], child: mia, ...address },
      { givenName: 'Ayse', relation: 'mother', emails: ['zwei@example.org'], child: mia, ...address },
    ]);
  });

  it.each([
    ['Mutter', 'Frau||Koch|Ina', 'Herr||Lang|Ole', ['mother', null]],
    ['Eltern', 'Frau||Koch|Ina', 'Frau||Lang|Eva', ['mother', 'mother']],
    ['Großeltern', 'Frau||Koch|Ina', 'Herr||Koch|Ole', ['grandparent', 'grandparent']],
    ['Sonstige', 'Frau||Koch|Ina', '|||', [null]],
  ])('%s says whose tie it is only where it does', (art, first, second, relations) => {
    const read = readBytes(schild(parents, row(art, first, second)));
    expect(read.guardians.map(({ relation }) => relation)).toEqual(relations);
  });

  it('lists a row that names nobody, or half a name, and takes the other person', () => {
    const read = readBytes(
      schild(parents, row('Eltern', '|||', '|||'), row('Eltern', 'Frau||Koch|', 'Herr||Lang|Ole')),
    );
    expect(read.guardians.map(({ givenName }) => givenName)).toEqual(['Ole']);
    expect(read.unreadable.map(({ code, line }) => [code, line])).toEqual([
      ['nameMissing', 2],
      ['nameMissing', 3],
    ]);
  });

  it('finds its child in the school by name and birth date, both people as people of their own', () => {
    const file = readBytes(schild(parents, row('Eltern', 'Herr||Koch|Jens', 'Frau||Koch|Ina')));
    const school = schoolOf([
      child('Mia Koch', { id: 'mia', birthDate: '2018-02-01' }),
      child('Mia Koch', { id: 'other', birthDate: '2017-09-09', className: '4a' }),
    ]);
    const preview = compareRoster([file], school);
    expect(preview.unreadable).toEqual([]);
    expect(new Set(preview.newGuardians.map(({ ref }) => ref)).size).toBe(2);
    expect(preview.newGuardianships.map(({ studentRef }) => studentRef)).toEqual(['mia', 'mia']);
  });

  it('names the child that is nowhere, and the one that may be two', () => {
    const file = readBytes(schild(parents, row('Eltern', 'Herr||Koch|Jens', '|||')));
    const twins = [child('Mia Koch', { id: 'a' }), child('Mia Koch', { id: 'b', className: '4a' })];
    const nobody = compareRoster([file], schoolOf([]));
    const both = compareRoster([file], schoolOf(twins));
    expect(nobody.unreadable).toMatchObject([{ code: 'childNameUnknown', value: 'Mia Koch, 01.02.2018' }]);
    expect(both.unreadable).toMatchObject([{ code: 'childNameUndecided', line: 2 }]);
  });

  it('tells namesakes of one day apart by the class behind the surname', () => {
    const line = row('Eltern', 'Herr||Koch|Jens', '|||').replace('Koch|', 'Koch#4a|');
    const born = '2018-02-01';
    const school = schoolOf([
      child('Mia Koch', { id: 'a', birthDate: born, className: '3b' }),
      child('Mia Koch', { id: 'b', birthDate: born, className: '4a' }),
    ]);
    const preview = compareRoster([readBytes(schild(parents, line))], school);
    expect(preview.newGuardianships.map(({ studentRef }) => studentRef)).toEqual(['b']);
  });
});

describe('SchuelerTelefonnummern.dat', () => {
  const heading = 'Nachname|Vorname|Geburtsdatum|Telefonnr.|Art';
  const numbers = (...rows: string[]) =>
    readBytes(schild(heading, ...rows.map((row) => `Koch|Mia|01.02.2018|${row}`)), { file: 'telefon.dat' });
  const erzieher = (art: string, first: string, second = '|||') =>
    readBytes(
      schild(parents, `Koch|Mia|01.02.2018|${art}|${first}|${second}|Am Ring 3|27777|Hude||i@example.org|J|`),
    );
  const mia = schoolOf([child('Mia Koch', { id: 'mia', birthDate: '2018-02-01' })]);

  it('gives each number to the mother or father it is said to be of', () => {
    const files = [
      erzieher('Vater & Mutter', 'Herr||Koch|Jens', 'Frau||Koch|Ina'),
      numbers('0171 1234567|Handy Mutter', '04222 1234|Büro Vater'),
    ];
    const preview = compareRoster(files, mia);
    expect(preview.unreadable).toEqual([]);
    expect(preview.newGuardians.map(({ givenName, phones }) => [givenName, phones])).toEqual([
      ['Jens', [{ label: 'Büro Vater', value: '04222 1234' }]],
      ['Ina', [{ label: 'Handy Mutter', value: '0171 1234567' }]],
    ]);
  });

  it.each([
    ['nobody in particular', 'Notfall Oma', erzieher('Mutter', 'Frau||Koch|Ina')],
    ['both', 'Mutter und Vater', erzieher('Vater & Mutter', 'Herr||Koch|Jens', 'Frau||Koch|Ina')],
    ['one of two mothers', 'Handy Mutter', erzieher('Mütter', 'Frau||Koch|Ina', 'Frau||Lang|Eva')],
    ['somebody who is not in the list', 'Handy Vater', erzieher('Mutter', 'Frau||Koch|Ina')],
  ])('lists a number of %s and gives it to nobody', (_, owner, list) => {
    const preview = compareRoster([list, numbers(`0171 1234567|${owner}`)], mia);
    expect(preview.unreadable).toMatchObject([
      { code: 'phoneOwnerUnknown', file: 'telefon.dat', line: 2, value: '0171 1234567', column: owner },
    ]);
    expect(preview.newGuardians.flatMap(({ phones }) => phones)).toEqual([]);
  });
});

describe('the same file again', () => {
  it('changes nothing, for SchILD without any key', () => {
    const file = readBytes(schild(basis, basisRow('Koch', 'Mia', '01.02.2018', '2', '3b')));
    const school = schoolOf([child('Mia Koch', { birthDate: '2018-02-01', importKey: '17' })]);
    expect(isNothingToDo(compareRoster([file], school))).toBe(true);
  });
});
