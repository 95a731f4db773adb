import { afterEach, beforeEach, expect, test } from 'vitest';
import { classesOn } from '../../../src-main/core/absences/classes-on.ts';
import { listAbsences } from '../../../src-main/core/absences/list.ts';
import { classDetail } from '../../../src-main/core/groups/detail.ts';
import { listAbsences as listDefinition } from '../../../src-shared/absences/contract.ts';
import { asContract } from '../../support/answers.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { type EndingYear, early, FIRST, LAST, openEndingYear } from '../../support/builders/ending-year.ts';
import { seed } from '../../support/builders/seed.ts';
import { run } from '../../support/cache.ts';

const JUNE = '2027-06-15';
const OCTOBER = '2027-10-04';

let school: EndingYear;
let changeId: string;
beforeEach(async () => {
  school = await openEndingYear();
  const wish = school.wish();
  changeId = wish.changeId;
  await run(school.cache, 'classes.changeYear', wish, early);
  const { ben, zoe } = school;
  await seed(school.cache, {
    absence: [
      anAbsence({ studentId: ben.id, fromDay: JUNE, untilDay: JUNE }),
      anAbsence({ studentId: zoe.id, fromDay: JUNE, untilDay: JUNE }),
      anAbsence({ studentId: ben.id, fromDay: FIRST, untilDay: FIRST }),
    ],
  });
});
afterEach(() => school.cache.close());

async function listed(classId: string | null = null) {
  const args = listDefinition.args.parse({ fromDay: '2027-06-01', untilDay: OCTOBER, classId });
  const { lines } = asContract('absences.list', await listAbsences(school.cache.db, OCTOBER, args));
  return lines.map(({ givenName, className, fromDay }) => `${givenName} ${className} ${fromDay}`).sort();
}

test('an absence stands under the class of its first day, also when the child has moved up or left', async () => {
  expect(await listed()).toEqual([`Ben 1a ${JUNE}`, `Ben 2a ${FIRST}`, `Zoë 4c ${JUNE}`]);
});

test('the filter goes by that class: last year’s 1a and this year’s 2a are two', async () => {
  expect(await listed(school.old['1a'].id)).toEqual([`Ben 1a ${JUNE}`]);
  expect(await listed(school.fresh['2a'])).toEqual([`Ben 2a ${FIRST}`]);
});

test('the filter offers the classes there were on the day that is looked at', async () => {
  const names = async (day: string) =>
    (await classesOn(school.cache.db, day)).map(({ name }) => name).join(' ');
  expect([await names(JUNE), await names(LAST)]).toEqual(['1a 2b 4c', '1a 2b 4c']);
  expect([await names(FIRST), await names(OCTOBER)]).toEqual(['1a 2a 3b', '1a 2a 3b']);
  await run(school.cache, 'classes.restoreYear', { changeId }, early);
  expect(await names(OCTOBER)).toBe('1a 2b 4c');
});

test('the page of a class says since when a child is in it', async () => {
  const late = { at: `${OCTOBER}T06:00:00.000Z` };
  const move = { studentId: school.eda.id, classId: school.fresh['2a'] };
  await run(school.cache, 'students.move', move, late);
  const page = asContract('groups.ofClass', await classDetail(school.cache.db, OCTOBER, school.fresh['2a']));
  expect(page?.students.map(({ givenName, fromDay }) => [givenName, fromDay])).toEqual([
    ['Ben', FIRST],
    ['Eda', OCTOBER],
  ]);
});
