import { looksLikeClass } from '../../../../src-shared/roster/class-key.ts';
import type { RawRow } from '../parse-records.ts';
import { headingKey } from '../tidy-cell.ts';
import { readFixedStudents } from './read-students.ts';
import type { RosterFormat, Vocabulary } from './roster-format.ts';

/** The columns of GPU010, which has no heading; named as Untis names them. Source: Untis, DIF interface GPU010. */
const gpu010 = [
  'Name',
  'Langname',
  'Text',
  'Beschreibung',
  'Statistik 1',
  'Statistik 2',
  'Kennzeichen',
  'Vorname',
  'Schülernummer',
  'Klasse',
  'Geschlecht',
  'Optimierungskennzeichen',
  'Geburtsdatum',
  'E-Mail',
  'Fremdschlüssel',
];

/** Rows looked at to tell whether cells fit their places. */
const SAMPLE_ROWS = 20;

/** The heading of a table without one, when its cells stand where Untis puts them in GPU010; else null. */
export function untisHeading(rows: readonly RawRow[]): string[] | null {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const fits = sample.filter(({ cells }) => isStudent(cells)).length;
  if (sample.length === 0 || fits < sample.length * 0.7) return null;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return [...gpu010, ...Array<string>(Math.max(0, width - gpu010.length)).fill('')];
}

/**
 * Untis's lists of classes (GPU003) and of teachers (GPU004), by their places. Classes come into being with their
 * children, and colleagues get accounts, so neither is read; but they are easily taken for GPU010.
 */
export function otherUntisList(rows: readonly RawRow[]): 'listOfClasses' | 'listOfTeachers' | null {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const most = (fits: (cells: readonly string[]) => boolean) =>
    sample.length > 0 && sample.filter(({ cells }) => fits(cells)).length >= sample.length * 0.7;
  if (most((cells) => cells.length >= 29 && isShortName(cells[0]) && isShortName(cells[28])))
    return 'listOfTeachers';
  return most((cells) => cells.length >= 14 && looksLikeClass(cells[0] ?? '')) ? 'listOfClasses' : null;
}

function isShortName(cell = ''): boolean {
  return /^\p{L}[\p{L}\p{N} .-]*$/u.test(cell);
}

function isStudent(cells: readonly string[]): boolean {
  const [short = '', long = '', , , , , , given = '', , className = '', sex = '', , birthDate = ''] = cells;
  const named = [short, long, given].every((cell) => /\p{L}/u.test(cell));
  const placed = /^[12wmfd]?$/i.test(sex) && /^(\d{8})?$/.test(birthDate);
  return cells.length >= 10 && cells.length <= 18 && named && placed && looksLikeClass(className);
}

const vocabulary: Vocabulary = {
  familyName: ['langname'],
  givenName: ['vorname'],
  className: ['klasse'],
  birthDate: ['geburtsdatum'],
};

/**
 * The students of Untis, GPU010. Its short names are no import key: a school that has its keys from the administration
 * program would be asked about every child. A child is known by name and birth date.
 * No heading, `;` or `,`, quoted or not, dates as YYYYMMDD.
 */
export const untisStudents: RosterFormat = {
  id: 'untisStudents',
  covers: 'students',
  vocabulary,
  required: [
    { anyOf: ['familyName'], heading: 'Langname' },
    { anyOf: ['givenName'], heading: 'Vorname' },
    { anyOf: ['className'], heading: 'Klasse' },
  ],
  detect: (header) => {
    const keys = header.map(headingKey);
    return gpu010.slice(0, 10).every((heading, index) => keys[index] === headingKey(heading)) ? 0.99 : 0;
  },
  read: (table, options, tally) => readFixedStudents(table, vocabulary, options, tally),
};
