import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseHandlers } from '../../../src-main/core/cases/handlers.ts';
import { deskHandlers } from '../../../src-main/core/desk/handlers.ts';
import { callDraftSchema } from '../../../src-shared/calls/draft.ts';
import { asContract } from '../../support/answers.ts';
import { aDuty, anAbsence, aRollCallMark, aWaitingReport } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import {
  aFreePeriod,
  anOffice,
  aParkedCall,
  at,
  FRIDAY_BEFORE,
  MONDAY,
  TUESDAY,
  WEDNESDAY,
} from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, anEmergencyContact, aPhone } from '../../support/builders/students.ts';
import { aContext, type TestContext } from '../../support/core-context.ts';

let school: MorningSchool;
let context: TestContext;
let emir: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  context = aContext(school.cache);
  emir = await school.addChild('Emir Yılmaz', '3b', { lunch: 1, earlyPickupAt: '12:00' });
});
afterEach(() => school.cache.close());

async function student(fields: { studentId?: string; day?: string } = {}) {
  const answer = await deskHandlers(context)['desk.student']({ studentId: emir.id, ...fields });
  return asContract('desk.student', answer);
}

test('all the desk needs about a child', async () => {
  const father = aGuardian({ givenName: 'Murat' });
  await seed(school.cache, {
    guardian: father,
    guardianship: aGuardianship({
      studentId: emir.id,
      guardianId: father.id,
      relation: 'father',
      contactOrder: 2,
      hasCustody: 0,
      blocked: 1,
    }),
    guardianContact: aPhone({ guardianId: father.id, value: '0511 1' }),
    emergencyContact: anEmergencyContact({ studentId: emir.id }),
    certificateDuty: aDuty({ studentId: emir.id }),
    absence: anAbsence({
      studentId: emir.id,
      fromDay: FRIDAY_BEFORE,
      untilDay: FRIDAY_BEFORE,
      reason: 'doctor',
    }),
  });
  const answer = await student();
  expect(answer?.student).toMatchObject({
    className: '3b',
    lunch: true,
    allDayCare: false,
    earlyPickupAt: '12:00',
  });
  expect(answer?.guardians).toMatchObject([
    { name: 'Aylin Yılmaz', relation: 'mother', hasCustody: true, blocked: false },
    {
      name: 'Murat Yılmaz',
      relation: 'father',
      hasCustody: false,
      blocked: true,
      phones: [{ number: '0511 1' }],
    },
  ]);
  expect(answer).toMatchObject({
    emergencyContacts: [{ name: 'Oma Helga', phone: '04206 91448' }],
    certificateDuty: { fromDay: '2026-10-01', untilDay: null },
    // The doctor's appointment on Friday was no illness.
    dayBefore: null,
    known: [],
    siblings: [],
  });
});

test('what is known depends on the day that is asked for', async () => {
  await seed(school.cache, {
    absence: anAbsence({ studentId: emir.id, fromDay: TUESDAY, untilDay: TUESDAY }),
    absenceReport: aWaitingReport({ studentId: emir.id, untilDay: TUESDAY }),
  });
  expect((await student())?.known.map((one) => one.state)).toEqual(['waiting']);
  expect((await student({ day: TUESDAY }))?.known.map((one) => one.state)).toEqual(['recorded', 'waiting']);
});

test('the keys 1 to 5 mean school days: weekends and holidays are stepped over', async () => {
  await seed(school.cache, { freePeriod: aFreePeriod({ fromDay: WEDNESDAY, untilDay: WEDNESDAY }) });
  const days = (await student())?.schoolDays;
  expect(days).toHaveLength(10);
  expect(days?.slice(0, 5)).toEqual([MONDAY, TUESDAY, '2026-11-26', '2026-11-27', '2026-11-30']);
  expect((await student({ day: '2026-11-28' }))?.schoolDays[0]).toBe('2026-11-30');
});

test('a child nobody knows is null', async () => {
  expect(await student({ studentId: anId() })).toBeNull();
});

describe('siblings', () => {
  async function withGuardianOf(
    name: string,
    relation: 'mother' | 'institution' | 'legalGuardian',
    own = relation,
  ) {
    const other = await school.addChild(name, '1a');
    const shared = aGuardian({ familyName: 'Gemeinsam' });
    await seed(school.cache, {
      guardian: shared,
      guardianship: [
        aGuardianship({ studentId: emir.id, guardianId: shared.id, relation: own, contactOrder: 3 }),
        aGuardianship({ studentId: other.id, guardianId: shared.id, relation, contactOrder: 3 }),
      ],
    });
    return other;
  }

  test('share a parent, and are shown with what is known about them', async () => {
    const sister = await withGuardianOf('Elif Yılmaz', 'mother');
    await seed(school.cache, { absence: anAbsence({ studentId: sister.id }) });
    expect((await student())?.siblings).toEqual([
      { studentId: sister.id, givenName: 'Elif', familyName: 'Yılmaz', className: '1a', alreadyAbsent: true },
    ]);
  });

  test.each(['institution', 'legalGuardian'] as const)(
    'do not share only an official guardian (%s)',
    async (relation) => {
      await withGuardianOf('Noah Berg', relation);
      expect((await student())?.siblings).toEqual([]);
    },
  );
});

test('a case is asked for by child; closed and unknown ones are null', async () => {
  const detail = async (studentId: string) =>
    asContract('cases.detail', await caseHandlers(context)['cases.detail']({ studentId })).case;
  expect(await detail(emir.id)).toBeNull();
  expect(await detail(anId())).toBeNull();
  await seed(school.cache, {
    rollCallMark: aRollCallMark({ studentId: emir.id, staffId: school.petersen.id }),
  });
  expect(await detail(emir.id)).toMatchObject({
    givenName: 'Emir',
    kind: 'unexplained',
    since: at('08:00'),
    markedBy: 'Petersen',
    ladder: [{ name: 'Aylin Yılmaz' }],
  });
});

test('parked calls are one’s own, the oldest first, also those that cannot be read any more', async () => {
  await seed(school.cache, {
    parkedCall: [
      aParkedCall({ staffId: anOffice().id, parkedAt: at('08:02'), label: 'zwei', draft: 'kein JSON' }),
      aParkedCall({ staffId: anOffice().id, parkedAt: at('07:58'), label: 'eins' }),
      aParkedCall({ staffId: school.petersen.id }),
    ],
  });
  const { calls } = asContract('desk.parkedCalls', await deskHandlers(context)['desk.parkedCalls']({}));
  expect(calls.map(({ label, draft }) => [label, draft.query, draft.note])).toEqual([
    ['eins', 'yil', ''],
    ['zwei', '', 'kein JSON'],
  ]);
});

test('a report is there to be corrected while it waits, with its caller; once decided it is null', async () => {
  const report = aWaitingReport({ studentId: emir.id, callbackNumber: '0511 7', remark: 'Fieber' });
  const decided = aWaitingReport({ studentId: emir.id, state: 'rejected' });
  await seed(school.cache, { absenceReport: [report, decided] });
  const waiting = async (reportId: string) =>
    asContract('desk.waitingReport', await deskHandlers(context)['desk.waitingReport']({ reportId }));
  const { guardianId, fromDay } = report;
  expect(await waiting(report.id)).toMatchObject({ guardianId, fromDay, callbackNumber: '0511 7' });
  expect(await waiting(decided.id)).toBeNull();
});

test('the unfinished entry is kept, and the windows are told', async () => {
  const handlers = deskHandlers(context);
  const kept = { callId: null, draft: callDraftSchema.parse({ query: 'yil' }) };
  await handlers['desk.keepDraft'](kept);
  expect(asContract('desk.workingDraft', await handlers['desk.workingDraft']({}))).toEqual(kept);
  expect(context.told).toEqual(['workingDraft']);
});
