import { afterEach, beforeEach, expect, test } from 'vitest';
import { newYear } from '../../../src-main/core/groups/new-year.ts';
import { asContract } from '../../support/answers.ts';
import { type EndingYear, early, FIRST, openEndingYear } from '../../support/builders/ending-year.ts';
import { seed } from '../../support/builders/seed.ts';
import { aStudent } from '../../support/builders/students.ts';
import { run } from '../../support/cache.ts';

let school: EndingYear;
beforeEach(async () => {
  school = await openEndingYear();
});
afterEach(() => school.cache.close());

const ask = async (day = FIRST) => asContract('groups.newYear', await newYear(school.cache.db, day));

test('proposes what follows each class, with its children and who goes along', async () => {
  await seed(school.cache, {
    student: [aStudent({ classId: null }), aStudent({ classId: school.old['1a'].id, leftOn: '2027-07-02' })],
  });
  const answer = await ask();
  expect(answer).toMatchObject({ schoolYear: '2027/28', firstDay: '2027-08-01', withoutClass: 1 });
  expect(answer?.classes).toMatchObject([
    { name: '1a', teachers: ['Petersen'], students: [{ givenName: 'Ben' }], following: { name: '2a' } },
    { name: '2b', teachers: [], students: [{ givenName: 'Eda' }], following: { name: '3b' } },
    { name: '4c', students: [{ givenName: 'Zoë' }], following: { kind: 'leaves' } },
  ]);
});

test('has nothing to propose during a year, and says when the next begins', async () => {
  expect(await ask('2026-11-23')).toMatchObject({
    ...{ classes: [], alreadyThere: ['1a', '2b', '4c'], nextFrom: '2027-08-01', change: null },
  });
});

test('names the change that was made, until it is taken back', async () => {
  const wish = school.wish();
  await run(school.cache, 'classes.changeYear', wish, early);
  expect(await ask()).toMatchObject({
    ...{ classes: [], alreadyThere: ['1a', '2a', '3b'] },
    change: { changeId: wish.changeId, firstDay: FIRST, actorName: 'Nermin Yıldız' },
  });
  await run(school.cache, 'classes.restoreYear', { changeId: wish.changeId }, early);
  expect(await ask()).toMatchObject({ change: null, classes: [{ name: '1a' }, { name: '2b' }, {}] });
});
