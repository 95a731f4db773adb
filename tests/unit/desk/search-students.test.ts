import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deskHandlers } from '../../../src-main/core/desk/handlers.ts';
import { asContract } from '../../support/answers.ts';
import { aDuty, anAbsence, aReport, aWaitingReport } from '../../support/builders/absences.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { aTeacher, at, FRIDAY_BEFORE, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, aStudent } from '../../support/builders/students.ts';
import { aContext, type TestContext } from '../../support/core-context.ts';

let school: MorningSchool;
let context: TestContext;
let emir: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  context = aContext(school.cache);
  emir = await school.addChild('Emir Yılmaz', '3b', { birthDate: '2018-03-05' });
  const { mother } = emir;
  const guardians = [{ ...mother, phones: ['0170 5550142'] }];
  const names = { givenName: 'Emir', familyName: 'Yılmaz', className: '3b' };
  context.search.put({ id: emir.id, ...names, birthDate: '2018-03-05', guardians });
});
afterEach(() => school.cache.close());

async function search(query: string) {
  const answer = await deskHandlers(context)['desk.searchStudents']({ query, limit: 8 });
  return asContract('desk.searchStudents', answer).hits;
}

test('a hit shows class, birthday and guardians, and what was matched', async () => {
  expect(await search('yilm')).toEqual([
    {
      studentId: emir.id,
      givenName: 'Emir',
      familyName: 'Yılmaz',
      className: '3b',
      birthDate: '2018-03-05',
      guardians: [{ guardianId: emir.mother.id, name: 'Aylin Yılmaz' }],
      matchedBy: 'name',
      ranges: { familyName: [[0, 4]], givenName: [], guardian: [], guardianId: null },
      alreadyReported: null,
      certificateDuty: false,
      absentOnSchoolDayBefore: false,
      own: true,
    },
  ]);
});

test('what was matched in a guardian’s surname is marked in the whole name', async () => {
  const other = aGuardian({ givenName: 'Ulrike', familyName: 'Wagner' });
  await seed(school.cache, {
    guardian: other,
    guardianship: aGuardianship({ studentId: emir.id, guardianId: other.id, contactOrder: 2 }),
  });
  const names = { givenName: 'Emir', familyName: 'Yılmaz', className: '3b' };
  context.search.put({ id: emir.id, ...names, guardians: [{ ...other, phones: [] }] });
  const [hit] = await search('wagn');
  expect(hit).toMatchObject({ matchedBy: 'guardian', ranges: { guardian: [[7, 11]], guardianId: other.id } });
  expect(hit?.guardians.map((one) => one.name)).toEqual(['Aylin Yılmaz', 'Ulrike Wagner']);
});

test('a blocked guardian is named only when it is the one who was typed', async () => {
  const blocked = aGuardian({ givenName: 'Fern', familyName: 'Wagner' });
  await seed(school.cache, {
    guardian: blocked,
    guardianship: aGuardianship({ studentId: emir.id, guardianId: blocked.id, contactOrder: 2, blocked: 1 }),
  });
  const names = { givenName: 'Emir', familyName: 'Yılmaz', className: '3b' };
  context.search.put({ id: emir.id, ...names, guardians: [{ ...blocked, phones: [] }] });
  expect((await search('yilm'))[0]?.guardians).toHaveLength(1);
  expect((await search('wagn'))[0]?.guardians.map((one) => one.name)).toEqual([
    'Aylin Yılmaz',
    'Fern Wagner',
  ]);
});

test('a child that has left the cache since it was filed is no hit', async () => {
  await school.cache.apply([{ kind: 'remove', table: 'student', id: emir.id, rootId: emir.id }]);
  expect(await search('yilm')).toEqual([]);
});

test('too little text finds nothing', async () => {
  expect(await search('y')).toEqual([]);
});

describe('flags', () => {
  test('already reported: by whom, when and how', async () => {
    const absence = anAbsence({ studentId: emir.id, untilDay: TUESDAY });
    const { id: absenceId } = absence;
    await seed(school.cache, {
      absence,
      absenceReport: [
        aReport({
          studentId: emir.id,
          absenceId,
          takenAt: at('07:40'),
          reporterName: 'Murat',
          channel: 'phone',
        }),
        aReport({ studentId: emir.id, absenceId, takenAt: at('07:12'), channel: 'portal' }),
      ],
    });
    expect((await search('yilm'))[0]?.alreadyReported).toMatchObject({
      absenceId,
      state: 'recorded',
      channel: 'portal',
      takenAt: at('07:12'),
      reporterName: 'Aylin Yılmaz',
      reporterRelation: 'mother',
      untilDay: TUESDAY,
      reason: 'illness',
    });
  });

  test('a report that waits counts too; one about another day, or rejected, does not', async () => {
    const waiting = aWaitingReport({ studentId: emir.id, takenAt: at('07:12') });
    await seed(school.cache, {
      absenceReport: [
        waiting,
        aWaitingReport({ studentId: emir.id, fromDay: TUESDAY, untilDay: TUESDAY }),
        aWaitingReport({ studentId: emir.id, state: 'rejected' }),
      ],
    });
    expect((await search('yilm'))[0]?.alreadyReported).toMatchObject({
      absenceId: null,
      reportId: waiting.id,
      state: 'waiting',
    });
  });

  test('"gestern auch krank" looks at the school day before', async () => {
    await seed(school.cache, {
      absence: anAbsence({ studentId: emir.id, fromDay: FRIDAY_BEFORE, untilDay: FRIDAY_BEFORE }),
    });
    expect((await search('yilm'))[0]).toMatchObject({ absentOnSchoolDayBefore: true, alreadyReported: null });
  });

  test('the duty to bring a certificate holds for its period', async () => {
    await seed(school.cache, { certificateDuty: aDuty({ studentId: emir.id, untilDay: MONDAY }) });
    expect((await search('yilm'))[0]?.certificateDuty).toBe(true);
    await context.clock.advance(86_400_000);
    expect((await search('yilm'))[0]?.certificateDuty).toBe(false);
  });
});

test('a teacher finds own children before all others, and those are marked as not theirs', async () => {
  const teacher = aContext(school.cache, { actor: { ...aTeacher(), role: 'teacher' } });
  for (let n = 0; n < 12; n += 1) {
    const other = aStudent({ givenName: `Emil${'abcdefghijkl'[n]}`, familyName: 'Adams' });
    await seed(school.cache, { student: other });
    teacher.search.put({ ...other, className: '1a', guardians: [] });
  }
  teacher.search.put({
    id: emir.id,
    givenName: 'Emir',
    familyName: 'Yılmaz',
    className: '3b',
    guardians: [],
  });
  const answer = await deskHandlers(teacher)['desk.searchStudents']({ query: 'emi', limit: 8 });
  const { hits } = asContract('desk.searchStudents', answer);
  expect(hits).toHaveLength(8);
  expect(hits.map(({ own }) => own)).toEqual([true, ...Array.from({ length: 7 }, () => false)]);
  expect(hits[0]).toMatchObject({ givenName: 'Emir' });
});
