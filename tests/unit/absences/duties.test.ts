import { afterEach, beforeEach, expect, test } from 'vitest';
import { aDuty } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type OneChildSchool, openOneChildSchool } from '../../support/builders/opened-school.ts';
import { anOffice, aPrincipal, at, FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: OneChildSchool;
beforeEach(async () => {
  school = await openOneChildSchool();
});
afterEach(() => school.cache.close());

const actor = aPrincipal();

function require(fields: object = {}) {
  const args = { dutyId: anId(), studentId: school.student.id, fromDay: MONDAY, untilDay: FRIDAY, ...fields };
  return run(school.cache, 'absences.requireCertificate', args, { actor });
}

function lift(dutyId: string, instant = '07:40') {
  const args = { dutyId, studentId: school.student.id };
  return run(school.cache, 'absences.liftCertificateDuty', args, { actor, at: instant });
}

function late(fields: object = {}) {
  const args = { tardinessId: anId(), studentId: school.student.id, day: MONDAY, minutes: 7, excused: false };
  return run(school.cache, 'absences.recordTardiness', { ...args, ...fields }, { at: '08:10' });
}

test('the head orders certificates for a period', async () => {
  expect(reasonOf(await require())).toBe('accepted');
  expect(await school.cache.rows('certificateDuty')).toMatchObject([
    { studentId: school.student.id, fromDay: MONDAY, untilDay: FRIDAY, orderedBy: actor.id },
  ]);
});

test('a reversed period and an unknown child are refused', async () => {
  expect(reasonOf(await require({ untilDay: '2026-11-02' }))).toBe('rangeReversed');
  expect(reasonOf(await require({ studentId: anId() }))).toBe('studentUnknown');
});

test('a lifted duty holds until yesterday; the order that comes again does not renew it', async () => {
  const dutyId = anId();
  await require({ dutyId, untilDay: null });
  await lift(dutyId, at('07:40', TUESDAY));
  expect(await school.cache.rows('certificateDuty')).toMatchObject([{ untilDay: MONDAY }]);
  const content = await contentOf(school.cache);
  await require({ dutyId, untilDay: null });
  await lift(dutyId, at('07:40', TUESDAY));
  expect(await contentOf(school.cache)).toEqual(content);
});

test('lifting a duty that has ended long ago does not prolong it', async () => {
  const duty = aDuty({ studentId: school.student.id, untilDay: '2026-10-31' });
  await seed(school.cache, { certificateDuty: duty });
  expect(await lift(duty.id)).toMatchObject({ kind: 'accepted', changes: [] });
  expect(reasonOf(await lift(anId()))).toBe('dutyUnknown');
});

test('a late arrival is kept once per day, the last entry counts', async () => {
  const first = await late();
  const second = await late({ minutes: 12, excused: true });
  expect(first.kind === 'accepted' && second.kind === 'accepted' && second.result).toEqual(
    first.kind === 'accepted' && first.result,
  );
  expect(await school.cache.rows('tardiness')).toMatchObject([
    { day: MONDAY, minutes: 12, excuse: 'excused', recordedAt: at('08:10'), recordedBy: anOffice().id },
  ]);
  await late({ day: TUESDAY });
  expect(await school.cache.rows('tardiness')).toHaveLength(2);
  expect(reasonOf(await late({ studentId: anId() }))).toBe('studentUnknown');
});
