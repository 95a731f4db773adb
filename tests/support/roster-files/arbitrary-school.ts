import fc from 'fast-check';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { streets, type westernNames, worldNames } from './invented-people.ts';

type Names = typeof worldNames | typeof westernNames;

const classNames = ['1a', '1b', '2a', '3b', '4c', 'SKG'];

/** A small school with namesakes, siblings, guardians with and without contacts, children with and without keys. */
export function arbitrarySchool(names: Names = worldNames): fc.Arbitrary<CurrentRoster> {
  return fc
    .record({
      students: fc.array(arbitraryStudent(names), { maxLength: 14 }),
      guardians: fc.array(arbitraryGuardian(names), { maxLength: 10 }),
    })
    .chain(({ students, guardians }) =>
      fc
        .uniqueArray(
          fc.tuple(fc.nat(Math.max(0, students.length - 1)), fc.nat(Math.max(0, guardians.length - 1))),
          {
            maxLength: 16,
            selector: ([student, guardian]) => `${student} ${guardian}`,
          },
        )
        .map((ties) => school(students, guardians, students.length && guardians.length ? ties : [])),
    );
}

function arbitraryStudent(names: Names) {
  return fc.record({
    hasKey: fc.boolean(),
    givenName: fc.constantFrom(...names.given),
    familyName: fc.constantFrom(...names.family),
    className: fc.option(fc.constantFrom(...classNames), { freq: 9 }),
    birthDate: fc.option(fc.constantFrom('2018-02-01', '2017-12-24', '2019-07-31'), { freq: 2 }),
    leftOn: fc.constantFrom(null, null, null, null, null, null, '2025-07-31'),
    isLeaving: fc.constantFrom(false, false, false, true),
  });
}

function arbitraryGuardian(names: Names) {
  const withAddress = fc.record({
    street: fc.constantFrom(...streets),
    postalCode: fc.constantFrom('27777', '01067'),
    city: fc.constantFrom('Ganderkesee', 'Hude'),
  });
  return fc.record({
    givenName: fc.constantFrom(...names.given),
    familyName: fc.constantFrom(...names.family),
    address: fc.option(withAddress),
    phones: fc.uniqueArray(fc.constantFrom('04222 1234567', '0171 1234567', '+49 160 7654321'), {
      maxLength: 2,
    }),
    emails: fc.uniqueArray(fc.constantFrom('familie@example.org', 'a.b@example.com', 'büro@example.de'), {
      maxLength: 2,
    }),
  });
}

type Generated<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

function school(
  students: readonly Generated<ReturnType<typeof arbitraryStudent>>[],
  guardians: readonly Generated<ReturnType<typeof arbitraryGuardian>>[],
  ties: readonly [number, number][],
): CurrentRoster {
  return {
    classes: classNames.map((name) => ({
      id: `class-${name}`,
      name,
      gradeLevel: Number.parseInt(name, 10) || 0,
    })),
    students: students.map(({ hasKey, ...student }, index) => ({
      ...student,
      id: `s${index}`,
      isLeaving: student.isLeaving && student.leftOn === null,
      importKey: hasKey ? `${4700 + index}` : null,
    })),
    guardians: guardians.map(({ address, phones, ...guardian }, index) => ({
      ...guardian,
      ...(address ?? { street: null, postalCode: null, city: null }),
      id: `g${index}`,
      phones: phones.map((value) => ({ label: null, value })),
    })),
    guardianships: ties.map(([student, guardian]) => ({
      studentId: `s${student}`,
      guardianId: `g${guardian}`,
      relation: null,
    })),
  };
}
