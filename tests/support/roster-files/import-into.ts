import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';
import { anId } from '../builders/ids.ts';
import { aClass } from '../builders/school.ts';
import { seed } from '../builders/seed.ts';
import { aGuardian, aGuardianship, aStudent, aStudentDetail } from '../builders/students.ts';
import { contentOf, reasonOf, run, type TestCache } from '../cache.ts';

/** Puts a school as imports see it into a cache, row by row. */
export async function seedRoster(cache: TestCache, school: CurrentRoster): Promise<void> {
  const classIds = new Map(school.classes.map(({ id, name }) => [name, id]));
  await seed(cache, {
    schoolClass: school.classes.map(({ id, name, gradeLevel }) => aClass({ id, name, gradeLevel })),
    student: school.students.map(({ id, givenName, familyName, className, leftOn }) =>
      aStudent({ id, givenName, familyName, leftOn, classId: classIds.get(className ?? '') ?? null }),
    ),
    studentDetail: school.students.map(({ id, birthDate, importKey }) =>
      aStudentDetail({ id, birthDate, importKey, lunch: 1 }),
    ),
    guardian: school.guardians.map(({ id, givenName, familyName }) =>
      aGuardian({ id, givenName, familyName }),
    ),
    guardianAddress: school.guardians
      .filter(({ street }) => street !== null)
      .map(({ id, street, postalCode, city }) => ({
        id,
        street: street ?? '',
        postalCode: postalCode ?? '',
        city: city ?? '',
        householdId: null,
      })),
    guardianContact: school.guardians.flatMap(({ id: guardianId, phones, emails }) =>
      [
        ...phones.map(({ label, value }) => ({ kind: 'phone' as const, label, value })),
        ...emails.map((value) => ({ kind: 'email' as const, label: null, value })),
      ].map((contact, index) => ({ id: anId(), guardianId, position: index + 1, ...contact })),
    ),
    guardianship: school.guardianships.map(({ studentId, guardianId, relation }, index) =>
      aGuardianship({ studentId, guardianId, relation: relation ?? 'other', contactOrder: index + 1 }),
    ),
  });
}

export interface Imported {
  readonly importId: string;
  readonly parts: number;
}

/** Carries out steps as one import. @param size steps of each part */
export async function importInto(
  cache: TestCache,
  steps: readonly ImportStep[],
  { size = 400, at = '07:40' } = {},
): Promise<Imported> {
  const importId = anId();
  const parts = Math.max(1, Math.ceil(steps.length / size));
  const files = [{ name: 'liste.csv', format: 'iservStudents' as const, rows: steps.length }];
  for (let part = 1; part <= parts; part += 1) {
    const some = steps.slice((part - 1) * size, part * size);
    const outcome = await run(cache, 'roster.apply', { importId, part, parts, files, steps: some }, { at });
    if (outcome.kind === 'refused') throw new Error(`part ${part}: ${outcome.reason}`);
  }
  return { importId, parts };
}

/** Takes an import back, the last part first. @returns how many children, guardians and classes stay */
export async function undoImport(
  cache: TestCache,
  { importId, parts }: Imported,
  at = '09:30',
): Promise<number> {
  let staying = 0;
  for (let part = parts; part >= 1; part -= 1) {
    const outcome = await run(cache, 'roster.undo', { importId, part }, { at });
    if (outcome.kind === 'refused') throw new Error(`part ${part}: ${reasonOf(outcome)}`);
    staying += outcome.result.staying;
  }
  return staying;
}

/** All rows but the list of imports, which remembers that one was taken back. */
export async function registerOf(cache: TestCache): Promise<Record<string, unknown[]>> {
  const { rosterImport: _, ...content } = await contentOf(cache);
  return content;
}
