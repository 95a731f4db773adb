import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurrentRoster } from '../../../src-main/core/roster/read-current.ts';
import { compareRoster } from '../../../src-shared/roster/compare.ts';
import type { CurrentRoster } from '../../../src-shared/roster/current.ts';
import { planImport } from '../../../src-shared/roster/plan.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';
import { takeBack } from '../../../src-shared/roster/undo/take-back.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { at, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { openTestCache, type TestCache } from '../../support/cache.ts';
import { arbitrarySchool } from '../../support/roster-files/arbitrary-school.ts';
import { decideAll, filesOf } from '../../support/roster-files/files-of.ts';
import { importInto, registerOf, seedRoster, undoImport } from '../../support/roster-files/import-into.ts';

const twoSchools = fc.record({
  school: arbitrarySchool(),
  other: arbitrarySchool(),
  answer: fc.constantFrom('new' as const, 'same' as const),
  size: fc.integer({ min: 1, max: 12 }),
});

async function opened(school: CurrentRoster): Promise<TestCache> {
  const cache = await openTestCache();
  await seedRoster(cache, school);
  return cache;
}

/** What reading the other school's lists would do here. */
async function stepsFor(
  cache: TestCache,
  other: CurrentRoster,
  answer: 'new' | 'same',
): Promise<ImportStep[]> {
  const preview = compareRoster(filesOf(other), await readCurrentRoster(cache.db, MONDAY));
  return planImport(preview, decideAll(preview, answer), anId);
}

describe('an import that is taken back', () => {
  it('leaves the school as it was, row by row, however it was cut into parts', async () => {
    await fc.assert(
      fc.asyncProperty(twoSchools, async ({ school, other, answer, size }) => {
        const cache = await opened(school);
        const before = await registerOf(cache);
        const imported = await importInto(cache, await stepsFor(cache, other, answer), { size });
        expect(await undoImport(cache, imported)).toBe(0);
        expect(await registerOf(cache)).toEqual(before);
        await cache.close();
      }),
      { numRuns: 30 },
    );
  });

  it('after another import on top, the two in turn, leaves the school as it was', async () => {
    await fc.assert(
      fc.asyncProperty(twoSchools, arbitrarySchool(), async ({ school, other, answer, size }, third) => {
        const cache = await opened(school);
        const before = await registerOf(cache);
        const first = await importInto(cache, await stepsFor(cache, other, answer), { size });
        const second = await importInto(cache, await stepsFor(cache, third, answer), { size });
        await undoImport(cache, second);
        await undoImport(cache, first);
        expect(await registerOf(cache)).toEqual(before);
        await cache.close();
      }),
      { numRuns: 15 },
    );
  });
});

const picks = fc.array(fc.nat(), { maxLength: 4 });
/** Whom somebody works with after the import, by their place in the table. */
const laterWork = fc.record({ absent: picks, renamed: picks, corrected: picks });

interface LaterWork {
  /** Ids of children with an absence. */
  readonly absent: readonly string[];
  /** Ids of children and guardians who got the name {@link RENAMED}. */
  readonly renamed: readonly string[];
}

const RENAMED = 'Umbenannt';

async function workOn(
  cache: TestCache,
  chosen: { absent: number[]; renamed: number[]; corrected: number[] },
): Promise<LaterWork> {
  const pick = <T>(list: readonly T[], places: readonly number[]) =>
    list.length === 0 ? [] : places.flatMap((place) => list[place % list.length] ?? []);
  const students = await cache.rows('student');
  const absent = pick(students, chosen.absent);
  const renamed = pick(students, chosen.renamed);
  const corrected = pick(await cache.rows('guardian'), chosen.corrected);
  await seed(cache, {
    absence: absent.map(({ id }) => anAbsence({ studentId: id, recordedAt: at('08:30') })),
    student: renamed.map((row) => ({ ...row, familyName: RENAMED })),
    guardian: corrected.map((row) => ({ ...row, familyName: RENAMED })),
  });
  return { absent: absent.map(({ id }) => id), renamed: [...renamed, ...corrected].map(({ id }) => id) };
}

async function expectWhole(cache: TestCache): Promise<void> {
  const ids = async (table: 'student' | 'guardian' | 'schoolClass') =>
    new Set<string | null>((await cache.rows(table)).map(({ id }) => id));
  const [students, guardians, classes] = [
    await ids('student'),
    await ids('guardian'),
    (await ids('schoolClass')).add(null),
  ];
  const hangs = [
    ...(await cache.rows('student')).map(({ classId }) => classes.has(classId)),
    ...(await cache.rows('studentDetail')).map(({ id }) => students.has(id)),
    ...(await cache.rows('absence')).map(({ studentId }) => students.has(studentId)),
    ...(await cache.rows('guardianAddress')).map(({ id }) => guardians.has(id)),
    ...(await cache.rows('guardianContact')).map(({ guardianId }) => guardians.has(guardianId)),
    ...(await cache.rows('guardianship')).map(
      ({ studentId, guardianId }) => students.has(studentId) && guardians.has(guardianId),
    ),
  ];
  expect(hangs).not.toContain(false);
}

/** The register without what is kept for the undo. */
async function peopleOf(cache: TestCache): Promise<Record<string, unknown[]>> {
  const { studentBefore: _, guardianBefore: __, ...people } = await registerOf(cache);
  return people;
}

describe('an import with work on top that is taken back', () => {
  it('leaves what was done, and nothing in the air; a look ahead says the same; once more changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(twoSchools, laterWork, async ({ school, other, answer, size }, chosen) => {
        const cache = await opened(school);
        const imported = await importInto(cache, await stepsFor(cache, other, answer), { size });
        const { absent, renamed } = await workOn(cache, chosen);
        const [entry] = await cache.rows('rosterImport');
        const ahead = entry ? (await takeBack(cache.db, entry, null)).changes : [];
        let expected = {};
        await cache.trying(async () => {
          await cache.apply(ahead);
          expected = await peopleOf(cache);
        });
        await undoImport(cache, imported);
        expect(await peopleOf(cache)).toEqual(expected);
        const people = [...(await cache.rows('student')), ...(await cache.rows('guardian'))];
        for (const id of absent) expect(people.map((row) => row.id)).toContain(id);
        for (const id of renamed) expect(people.find((row) => row.id === id)?.familyName).toBe(RENAMED);
        await expectWhole(cache);
        const once = await registerOf(cache);
        await undoImport(cache, imported);
        expect(await registerOf(cache)).toEqual(once);
        await cache.close();
      }),
      { numRuns: 40 },
    );
  });
});
