import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTardiness } from '../../../src-main/core/absences/tardiness.ts';
import { aRollCallMark } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { at, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';

const YEAR_BEGINS = '2026-08-01';
let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

const tick = (day: string, fields: Partial<Parameters<typeof aRollCallMark>[0]> = {}) =>
  aRollCallMark({ studentId: school.student.id, day, state: 'late', minutesLate: 12, ...fields });

const read = (absences: Parameters<typeof readTardiness>[3] = []) =>
  readTardiness(school.cache.db, school.student.id, YEAR_BEGINS, absences);

test('the late tick that counts is a tardiness, once a day, the newest first', async () => {
  await seed(school.cache, {
    rollCallMark: [
      tick('2026-11-12', { minutesLate: 5 }),
      tick(MONDAY, { at: at('08:05'), minutesLate: 5 }),
      tick(MONDAY, { at: at('08:12') }),
      tick('2026-03-02'),
    ],
  });
  expect(await read()).toMatchObject([
    { day: MONDAY, minutes: 12, excuse: 'open' },
    { day: '2026-11-12', minutes: 5, excuse: 'open' },
  ]);
});

test('one that was taken back, or overruled by a later tick, is none', async () => {
  await seed(school.cache, {
    rollCallMark: [
      tick('2026-11-13', { retractedAt: at('08:20') }),
      tick(MONDAY, { at: at('08:12') }),
      tick(MONDAY, { at: at('08:20'), state: 'present', minutesLate: null }),
    ],
  });
  expect(await read()).toEqual([]);
});

test('what somebody wrote down, or an absence that covers the day, tells of the day instead', async () => {
  await seed(school.cache, {
    rollCallMark: [tick(MONDAY), tick('2026-11-17'), tick('2026-11-18')],
    tardiness: {
      ...{ id: anId(), studentId: school.student.id, day: MONDAY, minutes: 30, excuse: 'excused' as const },
      ...{ recordedAt: at('09:00'), recordedBy: anId() },
    },
  });
  const absences = [{ fromDay: '2026-11-17', untilDay: '2026-11-17' }];
  expect(await read(absences)).toMatchObject([
    { day: MONDAY, minutes: 30, excuse: 'excused' },
    { day: '2026-11-18', minutes: 12 },
  ]);
});
