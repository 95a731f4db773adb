import type { Row, TableName } from '../../../src-shared/tables/registry.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { type RandomBytes, uuidV7 } from '../../../src-shared/values/uuid.ts';

export const PASSWORD = 'simulation-only';

/** A member of staff of the simulated school. */
export interface SimPerson {
  readonly id: string;
  readonly userName: string;
  readonly role: 'schoolOffice' | 'principal' | 'teacher';
}

/** A small invented school: enough for rights to matter. */
export interface SimSchool {
  readonly rows: { readonly [T in TableName]?: readonly Row<T>[] };
  readonly people: readonly SimPerson[];
  readonly classIds: readonly string[];
  readonly studentIds: readonly string[];
  /** Guardian and child, for reports by the portal. */
  readonly ties: readonly { readonly guardianId: string; readonly studentId: string }[];
}

const CLASSES = ['1a', '2b', '3c'];
const CHILDREN_PER_CLASS = 4;

type Rows = { [T in TableName]?: Row<T>[] };

/** Builds the school: two offices, a head, class teachers who stand in for one another, a guardian for each two children. */
export function simSchool(nowMs: number, bytes: RandomBytes, today: string): SimSchool {
  const id = () => uuidV7(nowMs, bytes);
  const people = simPeople(id);
  const schoolClass = CLASSES.map((name) => ({
    id: id(),
    name,
    gradeLevel: Number(name[0]),
    // Last year's: the year can be changed in any storm.
    schoolYear: '2025/26',
    endedOn: null,
  }));
  const children = simChildren(id, schoolClass);
  const classAssignment = simAssignments(
    id,
    schoolClass.map((row) => row.id),
    people.slice(3).map((person) => person.id),
    today,
  );
  return {
    people,
    classIds: schoolClass.map((row) => row.id),
    studentIds: (children.student ?? []).map((row) => row.id),
    ties: (children.guardianship ?? []).map(({ guardianId, studentId }) => ({ guardianId, studentId })),
    rows: {
      ...children,
      schoolClass,
      classAssignment,
      inboxMessage: ['06:40', '06:52'].map((time) => newMessage(id(), `${today}T${time}:00.000Z`)),
      schoolSetting: [{ id: 'timeZone', value: 'Europe/Berlin' }],
      staffMember: people.map(({ id: own, userName, role }) => ({
        id: own,
        givenName: 'Person',
        familyName: userName,
        shortName: userName.slice(-2),
        role,
        leftOn: null,
      })),
    },
  };
}

function newMessage(id: string, receivedAt: string): Row<'inboxMessage'> {
  const nobody = { settledAt: null, settledBy: null, reopenedAt: null, reopenedBy: null };
  return { id, receivedAt, durationSeconds: 40, callerNumber: null, state: 'new', ...nobody };
}

/** A class teacher for each class; the first has the third class too until tomorrow, the second the first class after that. */
function simAssignments(
  id: () => string,
  classIds: readonly string[],
  teacherIds: readonly string[],
  today: string,
): Row<'classAssignment'>[] {
  const assigned = (classAt: number, teacherAt: number) => ({
    id: id(),
    classId: classIds[classAt] ?? '',
    staffId: teacherIds[teacherAt] ?? '',
    kind: 'classTeacher' as const,
    fromDay: today,
    untilDay: null,
  });
  const substitute = { kind: 'substitute' as const };
  return [
    ...classIds.map((_, index) => assigned(index, index)),
    { ...assigned(2, 0), ...substitute, untilDay: addDays(today, 1) },
    { ...assigned(0, 1), ...substitute, fromDay: addDays(today, 2), untilDay: addDays(today, 3) },
  ];
}

function simPeople(id: () => string): SimPerson[] {
  return [
    { id: id(), userName: 'office1', role: 'schoolOffice' },
    { id: id(), userName: 'office2', role: 'schoolOffice' },
    { id: id(), userName: 'head', role: 'principal' },
    ...CLASSES.map((name) => ({ id: id(), userName: `teacher-${name}`, role: 'teacher' as const })),
  ];
}

function simChildren(id: () => string, classes: readonly { id: string; name: string }[]): Rows {
  const student = classes.flatMap(({ id: classId, name }) =>
    Array.from({ length: CHILDREN_PER_CLASS }, (_, index) => ({
      id: id(),
      givenName: `Kind${index}`,
      familyName: `Klasse${name}`,
      classId,
      leftOn: null,
    })),
  );
  const studentDetail = student.map(({ id: own }) => ({
    id: own,
    birthDate: null,
    importKey: null,
    allDayCare: 0 as const,
    lunch: 0 as const,
    earlyPickupAt: null,
  }));
  return { student, studentDetail, ...simGuardians(id, student) };
}

function simGuardians(id: () => string, student: readonly Row<'student'>[]): Rows {
  const couples = Math.ceil(student.length / 2);
  const guardian = Array.from({ length: couples }, (_, index) => ({
    id: id(),
    givenName: 'Eltern',
    familyName: `Teil${index}`,
    language: null,
    importKey: null,
    kind: 'person' as const,
  }));
  const guardianship = student.map(({ id: studentId }, index) => ({
    id: id(),
    studentId,
    guardianId: guardian[Math.floor(index / 2)]?.id ?? '',
    relation: 'mother' as const,
    hasCustody: 1 as const,
    contactOrder: 1,
    livesWith: 1 as const,
    blocked: 0 as const,
    powerOfAttorney: 0 as const,
  }));
  const guardianContact = guardian.map(({ id: guardianId }) => ({
    id: id(),
    guardianId,
    kind: 'phone' as const,
    label: null,
    value: '030 23125 100',
    position: 1,
  }));
  return { guardian, guardianship, guardianContact };
}
