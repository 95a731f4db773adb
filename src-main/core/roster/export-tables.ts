import type { ExportColumn, ExportTable } from '../../../src-shared/export/export-table.ts';
import { phoneKey } from '../../../src-shared/roster/contact-key.ts';
import type { CurrentGuardian, CurrentRoster, CurrentStudent } from '../../../src-shared/roster/current.ts';
import { studentKeys, studentsByKey } from '../../../src-shared/roster/student-keys.ts';
import type { RosterPhone } from '../../../src-shared/roster/types.ts';
import { readPhones } from './values/phones.ts';
import { relationWords } from './values/relation.ts';

const studentColumns: ExportTable['columns'] = [
  text('importKey', 'Import-ID'),
  text('givenName', 'Vorname'),
  text('familyName', 'Nachname'),
  text('className', 'Klasse'),
  { key: 'birthDate', title: 'Geburtsdatum', kind: 'day' },
];

const guardianColumns: ExportTable['columns'] = [
  text('studentKey', 'Kind-ID'),
  text('givenName', 'Vorname'),
  text('familyName', 'Nachname'),
  text('relation', 'Verhältnis'),
  text('street', 'Straße'),
  text('postalCode', 'PLZ'),
  text('city', 'Ort'),
];

const german = new Intl.Collator('de', { numeric: true });

/** The children who are at the school, by class and name, as IServ's list of students. */
export function studentTable(roster: CurrentRoster): ExportTable {
  const keyOf = keysOf(roster);
  const rows = presentStudents(roster).map((student) => {
    const { givenName, familyName, className, birthDate } = student;
    return { importKey: keyOf(student), givenName, familyName, className, birthDate };
  });
  return { columns: studentColumns, rows };
}

/**
 * Their guardians, a row for each child and guardian in the order of calls, as IServ's list of parents. Each number has
 * a column of its own: two in one cell are not always told apart.
 * @param roster its guardianships are those that may be handed out.
 */
export function guardianTable(roster: CurrentRoster): ExportTable {
  const keyOf = keysOf(roster);
  const guardians = new Map(roster.guardians.map((guardian) => [guardian.id, guardian]));
  const ties = Map.groupBy(roster.guardianships, (tie) => tie.studentId);
  const rows = presentStudents(roster).flatMap((student) =>
    (ties.get(student.id) ?? []).flatMap(({ guardianId, relation }) => {
      const guardian = guardians.get(guardianId);
      if (!guardian) return [];
      const word = relation === null ? null : relationWords[relation];
      return [{ studentKey: keyOf(student), relation: word, ...guardianCells(guardian) }];
    }),
  );
  const most = Math.max(1, ...roster.guardians.map(({ phones }) => phones.length));
  const phoneColumns = Array.from({ length: most }, (_, index): ExportColumn => {
    return { key: `phone${index}`, title: 'Telefon', kind: 'phone' };
  });
  return { columns: [...guardianColumns, ...phoneColumns, text('emails', 'E-Mail')], rows };
}

function guardianCells({ givenName, familyName, street, postalCode, city, phones, emails }: CurrentGuardian) {
  const phoneCells = phones.map((phone, index) => [`phone${index}`, phoneCell(phone)] as const);
  const cells = { givenName, familyName, street, postalCode, city, emails: emails.join(' ') };
  return { ...cells, ...Object.fromEntries(phoneCells) };
}

/** The number with its label where both are read again as they are; else in a form that is read as this one number. */
function phoneCell({ label, value }: RosterPhone): string {
  // A blank keeps a number without its zero from getting one: it would be another number.
  const forms = [value, `${value.slice(0, 3)} ${value.slice(3)}`];
  const labelled = label === null ? [] : [`${label}: ${value}`];
  const isSame = (form: string) => {
    const [only, ...more] = readPhones(form).phones;
    return only !== undefined && more.length === 0 && phoneKey(only.value) === phoneKey(value);
  };
  return [...labelled, ...forms].find(isSame) ?? value;
}

/** The key of a child in the lists: that of its source; its id where it has none, or where two children have the same. */
export function keysOf(roster: CurrentRoster): (student: CurrentStudent) => string {
  const byKey = studentsByKey(roster.students);
  return (student) => {
    const [key = student.id] = studentKeys(student);
    return student.importKey && byKey.get(key)?.length === 1 ? student.importKey : student.id;
  };
}

/** The children who are at the school, by class and name. */
export function presentStudents(roster: CurrentRoster): CurrentStudent[] {
  return roster.students
    .filter(({ leftOn }) => leftOn === null)
    .sort(
      (left, right) =>
        german.compare(left.className ?? '', right.className ?? '') ||
        german.compare(left.familyName, right.familyName) ||
        german.compare(left.givenName, right.givenName),
    );
}

function text(key: string, title: string): ExportColumn {
  return { key, title, kind: 'text' };
}
