import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EndingYear, early, FIRST, later, openEndingYear } from '../../support/builders/ending-year.ts';
import { anId } from '../../support/builders/ids.ts';
import { aRollCall } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: EndingYear;
beforeEach(async () => {
  school = await openEndingYear();
});
afterEach(() => school.cache.close());

const restore = (changeId: string) => run(school.cache, 'classes.restoreYear', { changeId }, early);

/** Everything but the note that the year was changed and taken back, which stays. */
async function registerOf() {
  const { schoolYearChange: _, ...register } = await contentOf(school.cache);
  return register;
}

describe('a change of the school year that is taken back', () => {
  test('every row is as before, whatever was chosen, and nobody was in two classes', async () => {
    const before = await registerOf();
    const target = fc.constantFrom(null, ...Object.values(school.fresh));
    const choice = fc.record({
      to: fc.tuple(target, target, target),
      apart: fc.uniqueArray(
        fc.record({
          studentId: fc.constantFrom(school.ben.id, school.eda.id, school.zoe.id),
          toClassId: target,
        }),
        { selector: (one) => one.studentId },
      ),
      firstDay: fc.constantFrom(FIRST, '2027-08-01'),
    });
    await fc.assert(
      fc.asyncProperty(choice, async ({ to, ...chosen }) => {
        const moves = Object.values(school.old).map(({ id }, at) => ({
          ...{ fromClassId: id, toClassId: to[at] ?? null },
        }));
        const args = school.wish({ ...chosen, moves });
        expect(reasonOf(await run(school.cache, 'classes.changeYear', args, early))).toBe('accepted');
        const open = new Set(
          (await school.cache.rows('schoolClass')).filter((row) => row.endedOn === null).map((row) => row.id),
        );
        for (const student of await school.cache.rows('student'))
          expect(student.leftOn === null).toBe(open.has(student.classId ?? ''));
        expect(reasonOf(await restore(args.changeId))).toBe('accepted');
        expect(await registerOf()).toEqual(before);
        expect(reasonOf(await restore(args.changeId))).toBe('accepted');
      }),
      { numRuns: 40 },
    );
  });

  const since: Record<string, readonly [string, () => Promise<unknown>]> = {
    'a roll call': [
      'rollCallSince',
      () =>
        seed(school.cache, {
          rollCall: aRollCall({ classId: school.fresh['2a'], staffId: school.teacher.id, day: FIRST }),
        }),
    ],
    'a new first-year': [
      'studentsMovedSince',
      () =>
        run(
          school.cache,
          'students.enrol',
          {
            ...{ studentId: anId(), givenName: 'Ida', familyName: 'Neu', birthDate: null, allDayCare: 0 },
            ...{ lunch: 0, earlyPickupAt: null, classId: school.fresh['1a'] },
          },
          later,
        ),
    ],
    'a child that moved on': [
      'studentsMovedSince',
      () =>
        run(school.cache, 'students.move', { studentId: school.ben.id, classId: school.fresh['3b'] }, later),
    ],
    'a leaver who was readmitted': [
      'studentsMovedSince',
      () =>
        run(
          school.cache,
          'students.readmit',
          { studentId: school.zoe.id, classId: school.fresh['3b'] },
          later,
        ),
    ],
    'a new class teacher': [
      'classesChangedSince',
      () =>
        run(
          school.cache,
          'classes.appoint',
          {
            ...{
              assignmentId: anId(),
              classId: school.fresh['1a'],
              staffId: school.teacher.id,
              kind: 'classTeacher',
            },
            ...{ fromDay: FIRST, untilDay: null },
          },
          early,
        ),
    ],
  };

  test.each(Object.entries(since))(
    'is nothing after %s, and the reason says so',
    async (_, [reason, work]) => {
      const args = school.wish();
      await run(school.cache, 'classes.changeYear', args, early);
      await work();
      const before = await contentOf(school.cache);
      expect(reasonOf(await restore(args.changeId))).toBe(reason);
      expect(await contentOf(school.cache)).toEqual(before);
      expect(reasonOf(await restore(anId()))).toBe('yearChangeUnknown');
    },
  );

  test('a child that left since stays away, and belongs to its old class', async () => {
    const args = school.wish();
    await run(school.cache, 'classes.changeYear', args, early);
    await run(school.cache, 'students.leave', { studentId: school.ben.id, on: FIRST }, early);
    expect(reasonOf(await restore(args.changeId))).toBe('accepted');
    expect(await school.child(school.ben.id)).toMatchObject({ classId: school.old['1a'].id, leftOn: FIRST });
  });
});
