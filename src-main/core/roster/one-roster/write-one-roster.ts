import { zipSync } from 'fflate';
import { phoneKey } from '../../../../src-shared/roster/contact-key.ts';
import type {
  CurrentGuardian,
  CurrentRoster,
  CurrentStudent,
} from '../../../../src-shared/roster/current.ts';
import type { Day } from '../../../../src-shared/values/day.ts';
import { schoolYearOf } from '../../../../src-shared/values/school-year.ts';
import { keysOf, presentStudents } from '../export-tables.ts';
import { type Cells, type ExportedTable, tableBytes } from './write-table.ts';

/** Somebody who teaches, with the classes they are responsible for. */
export interface ExportedTeacher {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly isHead: boolean;
  readonly classes: readonly { readonly classId: string; readonly isClassTeacher: boolean }[];
}

export interface OneRosterSource {
  readonly school: { readonly id: string; readonly name: string };
  readonly today: Day;
  /** Its guardianships are those that may be handed out. */
  readonly roster: CurrentRoster;
  readonly teachers: readonly ExportedTeacher[];
}

/** A child or a guardian with the id it has in the file. */
interface Exported<Person> {
  readonly id: string;
  readonly person: Person;
}

interface People {
  readonly children: readonly (Exported<CurrentStudent> & { readonly guardianIds: readonly string[] })[];
  readonly guardians: readonly Exported<CurrentGuardian>[];
}

/** Every class is a homeroom of this one course. */
const COURSE = 'homeroom';
/** Numbers on which messages can be received: 015, 016, 017. */
const mobile = /^01[567]/;

/**
 * The school as OneRoster 1.2 in its CSV binding, all of it at once (`bulk`): children, guardians, teachers, classes. Of
 * demographics the birth date only. Source: 1EdTech OneRoster 1.2, CSV binding.
 */
export function writeOneRoster(source: OneRosterSource): Uint8Array {
  const people = peopleOf(source.roster);
  const tables: ExportedTable[] = [
    ['orgs', [{ sourcedId: source.school.id, name: source.school.name, type: 'school' }]],
    ['academicSessions', [sessionOf(source.today)]],
    ['courses', [courseOf(source)]],
    ['classes', classesOf(source)],
    ['users', usersOf(source, people)],
    ['roles', rolesOf(source, people)],
    ['enrollments', enrollmentsOf(source, people)],
    [
      'demographics',
      people.children.map(({ id, person }) => ({ sourcedId: id, birthDate: person.birthDate })),
    ],
  ];
  const files = tables.map(([name, rows]) => [`${name}.csv`, tableBytes(name, rows)] as const);
  const manifest = tableBytes('manifest', manifestOf(tables.map(([name]) => name)));
  return zipSync({ 'manifest.csv': manifest, ...Object.fromEntries(files) }, { mtime: source.today });
}

/** An institution has no given name, without which nobody can be a user. */
function peopleOf(roster: CurrentRoster): People {
  const keyOf = keysOf(roster);
  const named = new Map(
    roster.guardians.filter(({ givenName }) => givenName !== '').map((person) => [person.id, person]),
  );
  const ties = Map.groupBy(roster.guardianships, (tie) => tie.studentId);
  const children = presentStudents(roster).map((person) => {
    const ids = (ties.get(person.id) ?? []).map(({ guardianId }) => guardianId);
    return { id: keyOf(person), person, guardianIds: ids.filter((id) => named.has(id)) };
  });
  const wanted = new Set(children.flatMap(({ guardianIds }) => guardianIds));
  const guardians = [...wanted].flatMap((id) => {
    const person = named.get(id);
    return person ? [{ id, person }] : [];
  });
  return { children, guardians };
}

function sessionOf(today: Day): Cells {
  const { name, fromDay, untilDay } = schoolYearOf(today);
  const dates = { startDate: fromDay, endDate: untilDay, schoolYear: untilDay.slice(0, 4) };
  return { sourcedId: sessionId(today), title: name, type: 'schoolYear', ...dates };
}

function courseOf({ school, today }: OneRosterSource): Cells {
  return {
    ...{ sourcedId: COURSE, schoolYearSourcedId: sessionId(today) },
    ...{ title: 'Klassenverband', orgSourcedId: school.id },
  };
}

function classesOf({ roster, school, today }: OneRosterSource): Cells[] {
  return roster.classes.map(({ id, name, gradeLevel }) => ({
    ...{ sourcedId: id, title: name, grades: gradeOf(gradeLevel), courseSourcedId: COURSE },
    ...{
      classCode: name,
      classType: 'homeroom',
      schoolSourcedId: school.id,
      termSourcedIds: sessionId(today),
    },
  }));
}

function usersOf({ school, teachers }: OneRosterSource, { children, guardians }: People): Cells[] {
  const user = (id: string, { givenName, familyName }: { givenName: string; familyName: string }) => ({
    ...{ sourcedId: id, enabledUser: 'true', username: id, givenName, familyName },
    primaryOrgSourcedId: school.id,
  });
  return [
    ...children.map(({ id, person, guardianIds }) => ({
      ...user(id, person),
      agentSourcedIds: guardianIds.join(','),
    })),
    ...guardians.map(({ id, person }) => ({ ...user(id, person), ...contactOf(person) })),
    ...teachers.map((teacher) => user(teacher.id, teacher)),
  ];
}

/** There is room for one number of each kind. */
function contactOf({ phones, emails }: CurrentGuardian): Cells {
  const numbers = phones.map(({ value }) => value);
  const sms = numbers.slice(1).find((number) => mobile.test(phoneKey(number)));
  return { email: emails[0], phone: numbers[0], sms };
}

function rolesOf({ school, teachers }: OneRosterSource, { children, guardians }: People): Cells[] {
  const role = (id: string, name: string) => ({
    ...{ sourcedId: `role-${id}`, userSourcedId: id, roleType: 'primary', role: name },
    orgSourcedId: school.id,
  });
  return [
    ...children.map(({ id }) => role(id, 'student')),
    ...guardians.map(({ id }) => role(id, 'guardian')),
    ...teachers.map(({ id, isHead }) => role(id, isHead ? 'principal' : 'teacher')),
  ];
}

function enrollmentsOf({ roster, school, teachers }: OneRosterSource, { children }: People): Cells[] {
  const classIds = new Map(roster.classes.map(({ id, name }) => [name, id]));
  const enrollment = (classId: string, userId: string, role: 'student' | 'teacher') => ({
    ...{ sourcedId: `${classId}-${userId}`, classSourcedId: classId, schoolSourcedId: school.id },
    ...{ userSourcedId: userId, role },
  });
  return [
    ...children.flatMap(({ id, person }) => {
      const classId = person.className === null ? undefined : classIds.get(person.className);
      return classId === undefined ? [] : [enrollment(classId, id, 'student')];
    }),
    ...teachers.flatMap(({ id, classes }) =>
      classes.map(({ classId, isClassTeacher }) => ({
        ...enrollment(classId, id, 'teacher'),
        primary: String(isClassTeacher),
      })),
    ),
  ];
}

function manifestOf(written: readonly string[]): Cells[] {
  const absent = [
    ...['categories', 'classResources', 'courseResources', 'lineItemLearningObjectiveIds', 'lineItems'],
    ...['lineItemScoreScales', 'resources', 'resultLearningObjectiveIds', 'results', 'resultScoreScales'],
    ...['scoreScales', 'userProfiles', 'userResources'],
  ];
  const pairs = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.2'],
    ...written.map((name) => [`file.${name}`, 'bulk']),
    ...absent.map((name) => [`file.${name}`, 'absent']),
    ['source.systemName', 'Postmappe'],
  ];
  return pairs.map(([propertyName, value]) => ({ propertyName, value }));
}

/** `01`; nothing for a class of no one grade. */
function gradeOf(gradeLevel: number): string {
  return gradeLevel === 0 ? '' : String(gradeLevel).padStart(2, '0');
}

function sessionId(today: Day): string {
  return `year-${schoolYearOf(today).fromDay.slice(0, 4)}`;
}
