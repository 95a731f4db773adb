import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { FRIDAY, MONDAY, TUESDAY, WEDNESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { reasonOf, run } from '../../support/cache.ts';

let school: MorningSchool;
beforeEach(async () => {
  school = await openMorningSchool();
});
afterEach(() => school.cache.close());

const appoint = (fields: Partial<CommandArgs<'classes.appoint'>> = {}) =>
  run(school.cache, 'classes.appoint', {
    assignmentId: anId(),
    classId: school.classes['3b'].id,
    staffId: school.sommer.id,
    ...{ kind: 'substitute', fromDay: TUESDAY, untilDay: FRIDAY, ...fields },
  });
const relieve = (assignmentId: string, on: string | null) =>
  run(school.cache, 'classes.relieve', { assignmentId, classId: school.classes['3b'].id, on });
const spanOf = async (assignmentId: string) => {
  const row = (await school.cache.rows('classAssignment')).find(({ id }) => id === assignmentId);
  return row && [row.fromDay, row.untilDay];
};

test('a substitution has a last day; a class teacher needs none', async () => {
  expect(reasonOf(await appoint({ untilDay: null }))).toBe('substitutionEndless');
  expect(reasonOf(await appoint({ untilDay: MONDAY }))).toBe('rangeReversed');
  expect(reasonOf(await appoint())).toBe('accepted');
  expect(reasonOf(await appoint({ kind: 'classTeacher', untilDay: null }))).toBe('accepted');
});

test('the same person is not the same thing twice on one day', async () => {
  await appoint();
  expect(reasonOf(await appoint({ fromDay: FRIDAY, untilDay: FRIDAY }))).toBe('alreadyThere');
  expect(reasonOf(await appoint({ fromDay: MONDAY, untilDay: MONDAY }))).toBe('accepted');
  expect(reasonOf(await appoint({ kind: 'subjectTeacher' }))).toBe('accepted');
});

test('a substitution is cut short, prolonged, never made endless, and gone when it had not begun', async () => {
  const assignmentId = anId();
  await appoint({ assignmentId });
  await relieve(assignmentId, WEDNESDAY);
  expect(await spanOf(assignmentId)).toEqual([TUESDAY, WEDNESDAY]);
  await relieve(assignmentId, FRIDAY);
  expect(await spanOf(assignmentId)).toEqual([TUESDAY, FRIDAY]);
  expect(reasonOf(await relieve(assignmentId, null))).toBe('substitutionEndless');
  await relieve(assignmentId, MONDAY);
  expect(await spanOf(assignmentId)).toBeUndefined();
  expect(reasonOf(await relieve(assignmentId, MONDAY))).toBe('assignmentUnknown');
});

test('nobody is appointed to a class that is given up by then, or to none', async () => {
  await seed(school.cache, { schoolClass: { ...school.classes['3b'], endedOn: TUESDAY } });
  expect(reasonOf(await appoint({ fromDay: WEDNESDAY }))).toBe('classUnknown');
  expect(reasonOf(await appoint({ fromDay: TUESDAY }))).toBe('accepted');
  expect(reasonOf(await appoint({ classId: anId() }))).toBe('classUnknown');
  expect(reasonOf(await appoint({ staffId: anId() }))).toBe('staffUnknown');
});
