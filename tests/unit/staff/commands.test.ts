import { afterEach, beforeEach, expect, test } from 'vitest';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { anOffice, FRIDAY, MONDAY } from '../../support/builders/school.ts';
import { reasonOf, run } from '../../support/cache.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

const rowOf = async (staffId: string) =>
  (await school.cache.rows('staffMember')).find(({ id }) => id === staffId);

test('a colleague begins, gets another name and role, leaves, and stays after all', async () => {
  const staffId = anId();
  const named = { givenName: 'Svenja', familyName: 'Vogt', shortName: 'Vog' };
  await run(school.cache, 'staff.add', { staffId, ...named, role: 'teacher' });
  await run(school.cache, 'staff.correct', { staffId, fields: { familyName: 'Vogt-Lang' } });
  await run(school.cache, 'staff.correct', { staffId, fields: { role: 'schoolOffice' } });
  await run(school.cache, 'staff.leave', { staffId, on: FRIDAY });
  const left = { id: staffId, ...named, familyName: 'Vogt-Lang', role: 'schoolOffice', leftOn: FRIDAY };
  expect(await rowOf(staffId)).toEqual(left);
  await run(school.cache, 'staff.leave', { staffId, on: null });
  expect(await rowOf(staffId)).toEqual({ ...left, leftOn: null });
});

test('nobody takes their own role or place away: nobody could give it back', async () => {
  const { id: staffId } = anOffice();
  const role = await run(school.cache, 'staff.correct', { staffId, fields: { role: 'teacher' } });
  const leaving = await run(school.cache, 'staff.leave', { staffId, on: MONDAY });
  expect([reasonOf(role), reasonOf(leaving)]).toEqual(['ownRole', 'ownRole']);
  const name = await run(school.cache, 'staff.correct', { staffId, fields: { shortName: 'Yıl' } });
  expect(reasonOf(name)).toBe('accepted');
});

test('whom nobody knows cannot be corrected and cannot leave', async () => {
  const nobody = { staffId: anId() };
  expect(reasonOf(await run(school.cache, 'staff.correct', { ...nobody, fields: {} }))).toBe('staffUnknown');
  expect(reasonOf(await run(school.cache, 'staff.leave', { ...nobody, on: MONDAY }))).toBe('staffUnknown');
});
