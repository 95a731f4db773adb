import { rosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import type { RosterTable } from '../parse-table.ts';
import { headingKey } from '../tidy-cell.ts';
import { matchFixedColumns } from './match-columns.ts';
import { readGuardianPairs } from './read-guardian-pairs.ts';
import { readRow } from './read-row.ts';
import { readFixedStudents } from './read-students.ts';
import type { ReadOptions, ReadRoster, RosterFormat, Vocabulary } from './roster-format.ts';
import { splitTwin } from './split-twin.ts';

const studentVocabulary: Vocabulary = {
  familyName: ['nachname'],
  givenName: ['vorname'],
  birthDate: ['geburtsdatum'],
  className: ['klasse'],
  status: ['status'],
};

/** Active and on leave; the others wait for a place, are guests of another school, or have left. */
const presentStatus: readonly string[] = ['', '2', '3'];

/**
 * `SchuelerBasisdaten.dat` of SchILD-NRW: `|`, a heading, Windows-1252, fifty columns and more. It has no key; a child is
 * name, first name and birth date. Source: wiki.svws.nrw.de, Schnittstellenbeschreibung.
 */
export const schildStudents: RosterFormat = {
  id: 'schildStudents',
  covers: 'students',
  vocabulary: studentVocabulary,
  required: [
    { anyOf: ['familyName'], heading: 'Nachname' },
    { anyOf: ['givenName'], heading: 'Vorname' },
    { anyOf: ['className'], heading: 'Klasse' },
  ],
  detect: (header) => {
    const keys = header.map(headingKey);
    const own = ['status', 'schulgliederung', 'orgform', 'klassenart', 'jahrgang'];
    const isSchild = own.filter((key) => keys.includes(key)).length >= 3;
    return isSchild && ['nachname', 'vorname', 'klasse'].every((key) => keys.includes(key)) ? 0.97 : 0;
  },
  read: readSchildStudents,
};

function* readSchildStudents(table: RosterTable, options: ReadOptions, tally: Tally): Stepwise<ReadRoster> {
  const [columns = new Map()] = matchFixedColumns(table, [studentVocabulary]).people;
  const rows = table.rows.filter((row) =>
    presentStatus.includes(readRow(row, table, columns).text('status') ?? ''),
  );
  const read = yield* readFixedStudents({ ...table, rows }, studentVocabulary, options, tally);
  const passedOver = table.rows.length - rows.length;
  const note = rosterProblem('notAtSchool', table.file, { params: { count: passedOver } });
  return {
    ...read,
    students: read.students.map((student) => ({
      ...student,
      familyName: splitTwin(student.familyName).familyName,
    })),
    notes: passedOver > 0 ? [...read.notes, note] : read.notes,
  };
}

const address: Vocabulary = { street: ['strasse'], postalCode: ['plz'], city: ['ort'] };

const firstPerson: Vocabulary = {
  childFamilyName: ['nachname'],
  childGivenName: ['vorname'],
  childBirthDate: ['geburtsdatum'],
  relation: ['erzieherart'],
  salutation: ['anrede1person'],
  familyName: ['nachname1person'],
  givenName: ['vorname1person'],
  email: ['email1person', 'email'],
  ...address,
};

const secondPerson: Vocabulary = {
  relation: ['erzieherart'],
  salutation: ['anrede2person'],
  familyName: ['nachname2person'],
  givenName: ['vorname2person'],
  email: ['email2person'],
  ...address,
};

/** `SchuelerErzieher.dat` of SchILD-NRW: two people and one address in a row, several rows for a child. */
export const schildGuardians: RosterFormat = {
  id: 'schildGuardians',
  covers: 'guardians',
  vocabulary: firstPerson,
  required: [
    { anyOf: ['childFamilyName'], heading: 'Nachname' },
    { anyOf: ['childGivenName'], heading: 'Vorname' },
    { anyOf: ['familyName'], heading: 'Nachname 1.Person' },
  ],
  detect: (header) => (header.map(headingKey).includes('nachname1person') ? 0.97 : 0),
  read: (table, options, tally) => readGuardianPairs(table, [firstPerson, secondPerson], options, tally),
};
