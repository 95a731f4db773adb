import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseHandlers } from '../../../src-main/core/cases/handlers.ts';
import { asContract } from '../../support/answers.ts';
import { anAbsence, aRollCallMark, aWaitingReport } from '../../support/builders/absences.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { at, FRIDAY_BEFORE } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { run } from '../../support/cache.ts';
import { aContext } from '../../support/core-context.ts';

let school: MorningSchool;
let emir: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  emir = await school.addChild('Emir Yılmaz', '3b');
});
afterEach(() => school.cache.close());

const earlier = async () =>
  asContract('cases.earlier', await caseHandlers(aContext(school.cache))['cases.earlier']({})).cases;

const missing = (day: string, fields: Partial<Parameters<typeof aRollCallMark>[0]> = {}) =>
  seed(school.cache, {
    rollCallMark: aRollCallMark({ studentId: emir.id, day, state: 'missing', at: at('08:05'), ...fields }),
  });

test('a child nobody has explained by today is listed, over the weekend and the latest day first', async () => {
  await missing(FRIDAY_BEFORE);
  await missing('2026-11-19');
  await missing('2026-10-05');
  expect(await earlier()).toMatchObject([
    { givenName: 'Emir', className: '3b', day: FRIDAY_BEFORE, attempts: 0 },
    { day: '2026-11-19' },
  ]);
});

test.each<[string, () => Promise<unknown>]>([
  [
    'an absence covers the day by now',
    () =>
      seed(school.cache, {
        absence: anAbsence({ studentId: emir.id, fromDay: FRIDAY_BEFORE, untilDay: FRIDAY_BEFORE }),
      }),
  ],
  [
    'a report about the day waits in the inbox',
    () =>
      seed(school.cache, {
        absenceReport: aWaitingReport({
          studentId: emir.id,
          fromDay: FRIDAY_BEFORE,
          untilDay: FRIDAY_BEFORE,
        }),
      }),
  ],
  ['the child was seen later that day', () => missing(FRIDAY_BEFORE, { state: 'present', at: at('09:00') })],
  [
    'the child has left the school',
    () => run(school.cache, 'students.leave', { studentId: emir.id, on: FRIDAY_BEFORE }),
  ],
])('and is not, once %s', async (_says, explain) => {
  await missing(FRIDAY_BEFORE);
  expect(await earlier()).toHaveLength(1);
  await explain();
  expect(await earlier()).toEqual([]);
});
