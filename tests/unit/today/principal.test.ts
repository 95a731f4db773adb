import { afterEach, beforeEach, expect, test } from 'vitest';
import { todayPrincipal } from '../../../src-main/core/today/principal.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { aConcern, aLeaveRequest, anAbsence } from '../../support/builders/absences.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import {
  aFreePeriod,
  anOffice,
  at,
  FRIDAY_BEFORE,
  MONDAY,
  TUESDAY,
  WEDNESDAY,
} from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

async function principal(day = MONDAY) {
  return asContract(
    'today.principal',
    await todayPrincipal(school.cache.db, aViewpoint({ role: 'principal', day })),
  );
}

test('rates are shares of child-days, week by week, up to today', async () => {
  const often = await school.addChild('Ida Grün', '1a');
  await school.addChild('Emir Yılmaz', '3b');
  await seed(school.cache, {
    absence: [
      anAbsence({ studentId: often.id, fromDay: '2026-11-19', untilDay: MONDAY }),
      anAbsence({ studentId: often.id, fromDay: FRIDAY_BEFORE, untilDay: FRIDAY_BEFORE, reason: 'doctor' }),
      anAbsence({ studentId: often.id, fromDay: '2026-11-16', untilDay: '2026-11-16', withdrawn: 1 }),
      anAbsence({ studentId: often.id, fromDay: '2026-11-17', untilDay: '2026-11-17', span: 'arrivesLate' }),
    ],
  });
  const { weeks, classRates } = await principal();
  expect(weeks.map((week) => week.monday)).toEqual([
    '2026-10-19',
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    MONDAY,
  ]);
  expect(weeks.slice(-2).map((week) => week.rate)).toEqual([0.2, 0.5]);
  expect(classRates).toEqual([
    { classId: school.classes['1a'].id, name: '1a', rate: 3 / 26 },
    { classId: school.classes['3b'].id, name: '3b', rate: 0 },
  ]);
});

test('an absence until further notice counts up to today', async () => {
  const child = await school.addChild('Ida Grün', '1a');
  await seed(school.cache, { absence: anAbsence({ studentId: child.id, untilDay: null }) });
  expect((await principal(WEDNESDAY)).weeks.at(-1)?.rate).toBe(1);
});

test('weeks without school have no rate; last year is the same week of the year before', async () => {
  const child = await school.addChild('Ida Grün', '1a');
  await seed(school.cache, {
    freePeriod: aFreePeriod({ fromDay: '2026-10-12', untilDay: '2026-10-24' }),
    absence: anAbsence({ studentId: child.id, fromDay: '2025-11-24', untilDay: '2025-11-24' }),
  });
  const { weeks } = await principal();
  expect(weeks[0]?.rate).toBeNull();
  expect(weeks.at(-1)).toMatchObject({ rate: 0, rateLastYear: 0.2 });
  // Nothing was kept before that Monday: no rate, rather than one of zero.
  expect(weeks.slice(0, -1).map((week) => week.rateLastYear)).toEqual([null, null, null, null, null]);
});

test('without a year of data last year has no rate', async () => {
  await school.addChild('Ida Grün', '1a');
  expect((await principal()).weeks.map((week) => week.rateLastYear)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

test('a school without children has no rates and no error', async () => {
  expect(await principal()).toMatchObject({ classRates: [], concerns: [], leaves: [], notifiable: [] });
});

test('what waits for the head: concerns, leave, notices to the health office', async () => {
  const child = await school.addChild('Emir Yılmaz', '3b');
  const named = { studentId: child.id, givenName: 'Emir', familyName: 'Yılmaz', className: '3b' };
  const [ill, told, withdrawn] = [
    anAbsence({ studentId: child.id }),
    anAbsence({ studentId: child.id }),
    anAbsence({ studentId: child.id, withdrawn: 1 }),
  ];
  const illness = { studentId: child.id, illness: 'scarletFever', notedAt: at('07:50') };
  const concern = aConcern({ studentId: child.id, staffId: anOffice().id, note: 'Vater vor der Tür' });
  const leave = aLeaveRequest({ studentId: child.id, untilDay: TUESDAY });
  await seed(school.cache, {
    absence: [ill, told, withdrawn],
    absenceNotifiable: [
      { id: ill.id, ...illness, healthOfficeNotifiedAt: null },
      { id: told.id, ...illness, healthOfficeNotifiedAt: at('08:00') },
      { id: withdrawn.id, ...illness, healthOfficeNotifiedAt: null },
    ],
    caseConcern: [concern, aConcern({ studentId: child.id, decision: 'cleared' })],
    leaveRequest: [leave, aLeaveRequest({ studentId: child.id, state: 'granted' })],
  });
  const answer = await principal();
  expect(answer.concerns).toEqual([
    {
      concernId: concern.id,
      ...named,
      factor: 'ranAwayBefore',
      note: 'Vater vor der Tür',
      at: at('08:20'),
      staffName: 'Yıldız',
    },
  ]);
  expect(answer.leaves).toMatchObject([{ requestId: leave.id, ...named, untilDay: TUESDAY }]);
  expect(answer.notifiable).toEqual([
    { absenceId: ill.id, ...named, illness: 'scarletFever', notedAt: at('07:50') },
  ]);
});
