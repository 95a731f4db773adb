import { classKey } from './class-key.ts';
import { importKeyOf } from './contact-key.ts';
import type { CurrentStudent } from './current.ts';
import { groupBy } from './merge-rows.ts';
import { personKey } from './name-key.ts';
import type { SameReason, StudentRow } from './preview.ts';
import { foldName, nameRelation, partRelation } from './similar-name.ts';
import { isKeyOf, studentsByKey } from './student-keys.ts';

/** A row that may be one of several children of the school, which a person has to say. */
export interface StudentProposal {
  readonly row: StudentRow;
  readonly candidates: { student: CurrentStudent; reason: SameReason }[];
}

export interface StudentMatches {
  readonly pairs: { row: StudentRow; student: CurrentStudent }[];
  readonly undecided: StudentProposal[];
  /** Rows that can't be told from another row with the same name and class. */
  readonly repeated: { row: StudentRow; first: StudentRow }[];
  readonly openRows: Set<StudentRow>;
  readonly openStudents: Set<CurrentStudent>;
}

/**
 * Finds the child of the school that each row means, where it is beyond doubt. Order: import key; name with birth date
 * and class; name with birth date; name with class. What fits twice is never guessed. Children who have left are looked
 * at last, and never by their former class.
 */
export function matchStudents(
  rows: readonly StudentRow[],
  students: readonly CurrentStudent[],
): StudentMatches {
  const matches: StudentMatches = {
    pairs: [],
    undecided: [],
    repeated: [],
    openRows: new Set(rows),
    openStudents: new Set(students),
  };
  matchByImportKey(matches);
  for (const keyOf of [byNameBirthDateAndClass, byNameAndBirthDate, byNameAndClass]) {
    matchByName(matches, keyOf, (student) => student.leftOn === null);
  }
  matchByName(matches, byNameAndBirthDate, (student) => student.leftOn !== null);
  return matches;
}

interface Identity {
  importKey: string | null;
  givenName: string;
  familyName: string;
  className: string | null;
  birthDate: string | null;
}

type KeyOf = (child: Identity) => string | null;

const byNameBirthDateAndClass: KeyOf = (child) =>
  child.birthDate && child.className
    ? `${personKey(child)} ${child.birthDate} ${classKey(child.className)}`
    : null;
const byNameAndBirthDate: KeyOf = (child) =>
  child.birthDate ? `${personKey(child)} ${child.birthDate}` : null;
const byNameAndClass: KeyOf = (child) => `${personKey(child)} ${classKey(child.className ?? '')}`;

function matchByImportKey(matches: StudentMatches): void {
  const byKey = studentsByKey(matches.openStudents);
  for (const row of [...matches.openRows]) {
    if (!row.importKey) continue;
    const found = byKey.get(importKeyOf(row.importKey)) ?? [];
    const [student] = found;
    if (!student) continue;
    const pair = matches.pairs.find((known) => known.student === student && found.length === 1);
    if (pair) repeat(matches, row, pair.row);
    else if (found.length === 1 && isPlausible(row, student)) settle(matches, row, student);
    else leaveOpen(matches, row, found, found.length > 1 ? 'sameNameTwice' : 'importKeyOtherName');
  }
}

/** The key alone is not enough: a file sorted wrongly in Excel puts one child's key on another's name. */
function isPlausible(row: StudentRow, student: CurrentStudent): boolean {
  const sameBirthDate = row.birthDate !== null && row.birthDate === student.birthDate;
  if (sameBirthDate) return true;
  const [inFile, known] = [foldName(row), foldName(student)];
  return nameRelation(inFile, known) !== null || partRelation(inFile.given, known.given) !== null;
}

function matchByName(
  matches: StudentMatches,
  keyOf: KeyOf,
  isMeant: (student: CurrentStudent) => boolean,
): void {
  const studentsByKey = groupBy([...matches.openStudents].filter(isMeant), keyOf);
  for (const [key, rows] of groupBy(matches.openRows, keyOf)) {
    const students = studentsByKey.get(key) ?? [];
    matchGroup(
      matches,
      rows,
      students.filter((student) => matches.openStudents.has(student)),
    );
  }
}

function matchGroup(
  matches: StudentMatches,
  rows: readonly StudentRow[],
  students: readonly CurrentStudent[],
): void {
  const left = new Set(students);
  const fitting = (row: StudentRow) => [...left].filter((student) => contradiction(row, student) === null);
  const open: StudentRow[] = [];
  for (const row of rows) {
    const [student, ...more] = fitting(row);
    const rivals = rows.filter((other) => other !== row && student && contradiction(other, student) === null);
    if (!student || more.length > 0 || rivals.length > 0) {
      open.push(row);
      continue;
    }
    left.delete(student);
    settle(matches, row, student);
  }
  matchNamesakes(matches, open, left);
}

/**
 * Namesakes that nothing tells apart. As many rows as children, and rows that bring nothing new: nothing is to be done,
 * so nothing is guessed. Otherwise a person decides.
 */
function matchNamesakes(
  matches: StudentMatches,
  rows: readonly StudentRow[],
  left: Set<CurrentStudent>,
): void {
  const students = [...left];
  const isKnown = (day: string | null) =>
    day === null || students.every((student) => student.birthDate === day);
  const bare = rows.filter((row) => row.importKey === null && isKnown(row.birthDate));
  const [first] = bare;
  if (first && bare.length === rows.length && students.length > 0 && rows.length >= students.length) {
    for (const [index, student] of students.entries()) settle(matches, bare[index] ?? first, student);
    for (const row of bare.slice(students.length)) repeat(matches, row, first);
    return;
  }
  for (const row of rows) {
    const fitting = students.filter((student) => contradiction(row, student) === null);
    if (fitting.length > 0) leaveOpen(matches, row, fitting, 'sameNameTwice');
  }
}

/** Why a row and a child with the same name are not the same without being asked, or null. */
export function contradiction(row: StudentRow, student: CurrentStudent): SameReason | null {
  if (row.birthDate && student.birthDate && row.birthDate !== student.birthDate) return 'otherBirthDate';
  const bothKeys = row.importKey && student.importKey;
  return bothKeys && !isKeyOf(row.importKey ?? '', student) ? 'otherImportKey' : null;
}

function settle(matches: StudentMatches, row: StudentRow, student: CurrentStudent): void {
  matches.pairs.push({ row, student });
  matches.openRows.delete(row);
  matches.openStudents.delete(student);
}

function repeat(matches: StudentMatches, row: StudentRow, first: StudentRow): void {
  matches.repeated.push({ row, first });
  matches.openRows.delete(row);
}

function leaveOpen(
  matches: StudentMatches,
  row: StudentRow,
  students: readonly CurrentStudent[],
  reason: SameReason,
): void {
  matches.undecided.push({ row, candidates: students.map((student) => ({ student, reason })) });
  matches.openRows.delete(row);
}
