import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { worldNames } from './invented-people.ts';

/** A school of `count` children in classes of 25, each with two guardians who have an address, a phone and a mail. */
export function largeSchool(count: number): CurrentRoster {
  const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  const students = Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    importKey: `${100_000 + index}`,
    givenName: `${pick(worldNames.given, index)} ${pick(worldNames.given, Math.floor(index / 7))}`,
    familyName: `${pick(worldNames.family, Math.floor(index / 3))}`,
    className: `${1 + (Math.floor(index / 25) % 4)}${'abcdefghijklmnopqrst'[Math.floor(index / 100) % 20]}`,
    birthDate: `20${16 + (index % 4)}-0${1 + (index % 9)}-${10 + (index % 18)}`,
    leftOn: null,
    isLeaving: false,
  }));
  const guardians = students.flatMap((student, index) =>
    [0, 1].map((which) => ({
      id: `g${index}-${which}`,
      givenName: pick(worldNames.given, index + which * 5),
      familyName: student.familyName,
      street: `Am Ring ${index}`,
      postalCode: '27777',
      city: 'Ganderkesee',
      phones: [{ label: null, value: `0171 ${1_000_000 + index * 2 + which}` }],
      emails: [`person${index}-${which}@example.org`],
    })),
  );
  return {
    classes: [...new Set(students.map(({ className }) => className))].map((name) => ({
      id: `c${name}`,
      name,
      gradeLevel: Number.parseInt(name, 10),
    })),
    students,
    guardians,
    guardianships: guardians.map(({ id }) => ({
      studentId: `s${id.slice(1).split('-')[0]}`,
      guardianId: id,
      relation: null,
    })),
  };
}
