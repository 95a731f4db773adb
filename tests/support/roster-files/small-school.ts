import type { CurrentGuardian, CurrentRoster, CurrentStudent } from '../../../src-shared/roster/current.ts';
import type { ParsedGuardian, ParsedRoster, ParsedStudent } from '../../../src-shared/roster/types.ts';

/** A child of the school; what isn't given is unknown, the id is the given name. */
export function child(name: string, fields: Partial<CurrentStudent> = {}): CurrentStudent {
  const [givenName = '', familyName = ''] = name.split(' ');
  return {
    id: givenName,
    givenName,
    familyName,
    importKey: null,
    className: '3b',
    birthDate: null,
    leftOn: null,
    isLeaving: false,
    ...fields,
  };
}

/** A guardian of the school; the id is the given name. */
export function guardian(name: string, fields: Partial<CurrentGuardian> = {}): CurrentGuardian {
  const [givenName = '', familyName = ''] = name.split(' ');
  return {
    id: givenName,
    givenName,
    familyName,
    street: null,
    postalCode: null,
    city: null,
    phones: [],
    emails: [],
    ...fields,
  };
}

/** A school with the classes its children are in. */
export function school(
  students: CurrentStudent[],
  guardians: CurrentGuardian[] = [],
  ties: readonly (readonly [string, string])[] = [],
): CurrentRoster {
  const names = [...new Set(students.flatMap((student) => student.className ?? []))];
  return {
    classes: names.map((name) => ({ id: `class-${name}`, name, gradeLevel: Number.parseInt(name, 10) || 0 })),
    students,
    guardians,
    guardianships: ties.map(([studentId, guardianId]) => ({ studentId, guardianId, relation: null })),
  };
}

/** A line about a child. */
export function row(name: string, fields: Partial<ParsedStudent> = {}): Omit<ParsedStudent, 'line'> {
  const [givenName = '', familyName = ''] = name.split(' ');
  return { givenName, familyName, importKey: null, className: '3b', birthDate: null, ...fields };
}

/** A line about a guardian of the child with the key. */
export function guardianRow(
  name: string,
  studentKey: string,
  fields: Partial<ParsedGuardian> = {},
): Omit<ParsedGuardian, 'line'> {
  const [givenName = '', familyName = ''] = name.split(' ');
  return {
    givenName,
    familyName,
    studentKey,
    child: null,
    relation: null,
    street: null,
    postalCode: null,
    city: null,
    phones: [],
    emails: [],
    ...fields,
  };
}

const source = { encoding: 'utf-8', separator: ';', unreadable: [], notes: [] } as const;

/** A students file with these lines; the first is line 2. */
export function studentsFile(
  rows: readonly Omit<ParsedStudent, 'line'>[],
  file = 'schueler.csv',
): ParsedRoster {
  const students = rows.map((fields, index) => ({ ...fields, line: index + 2 }));
  return {
    ...source,
    unreadable: [],
    notes: [],
    file,
    format: 'iservStudents',
    covers: 'students',
    students,
    guardians: [],
  };
}

/** A parents file with these lines; the first is line 2. */
export function parentsFile(
  rows: readonly Omit<ParsedGuardian, 'line'>[],
  file = 'eltern.csv',
): ParsedRoster {
  const guardians = rows.map((fields, index) => ({ ...fields, line: index + 2 }));
  return {
    ...source,
    unreadable: [],
    notes: [],
    file,
    format: 'iservParents',
    covers: 'guardians',
    students: [],
    guardians,
  };
}
