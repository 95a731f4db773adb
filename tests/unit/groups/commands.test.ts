import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { aGroup, FRIDAY, FRIDAY_BEFORE, MONDAY, TUESDAY, WEDNESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aMembership } from '../../support/builders/students.ts';
import { reasonOf, run } from '../../support/cache.ts';

let school: MorningSchool;
let emir: string;
let club: Row<'schoolGroup'>;
beforeEach(async () => {
  school = await openMorningSchool();
  emir = (await school.addChild('Emir Yılmaz', '3b')).id;
  club = aGroup();
  await seed(school.cache, { schoolGroup: club });
});
afterEach(() => school.cache.close());

const groupFields = { name: 'Forscher-AG', rule: null, note: null, fromDay: MONDAY, untilDay: null };
const found = (fields: Partial<CommandArgs<'groups.found'>>) =>
  run(school.cache, 'groups.found', { groupId: anId(), kind: 'club', ...groupFields, ...fields });
const correct = (fields: CommandArgs<'groups.correct'>['fields'], groupId = club.id) =>
  run(school.cache, 'groups.correct', { groupId, fields });
const admit = (fields: Partial<CommandArgs<'groups.admitStudents'>> = {}) =>
  run(school.cache, 'groups.admitStudents', {
    ...{ groupId: club.id, students: [{ membershipId: anId(), studentId: emir }] },
    ...{ fromDay: MONDAY, untilDay: null, ...fields },
  });
const spans = async () =>
  (await school.cache.rows('studentMembership')).map(({ fromDay, untilDay }) => [fromDay, untilDay]);

test('a group is founded with a list or a rule; only children can be told by a rule', async () => {
  const groupId = anId();
  expect(reasonOf(await found({ groupId, kind: 'care', rule: { gradeLevels: [3], lunch: true } }))).toBe(
    'accepted',
  );
  expect((await school.cache.rows('schoolGroup')).find(({ id }) => id === groupId)).toMatchObject({
    rule: '{"gradeLevels":[3],"lunch":true}',
  });
  expect(reasonOf(await found({ kind: 'committee', rule: { lunch: true } }))).toBe('ruleOnlyForStudents');
  expect(reasonOf(await found({ untilDay: FRIDAY_BEFORE }))).toBe('rangeReversed');
});

test('closing a group keeps everything else; a last day before the first is refused', async () => {
  expect(reasonOf(await correct({ untilDay: MONDAY }))).toBe('accepted');
  expect(await school.cache.rows('schoolGroup')).toMatchObject([{ ...club, untilDay: MONDAY }]);
  expect(reasonOf(await correct({ untilDay: '2026-07-31' }))).toBe('rangeReversed');
  expect(reasonOf(await correct({ name: 'Chor' }, anId()))).toBe('groupUnknown');
});

test('a list with children in it does not turn into a rule; an empty one and a rule do what is asked', async () => {
  await seed(school.cache, { studentMembership: aMembership({ groupId: club.id, studentId: emir }) });
  expect(reasonOf(await correct({ rule: { gradeLevels: [3] } }))).toBe('listNotEmpty');
  const [membership] = await school.cache.rows('studentMembership');
  const dismissal = { membershipId: membership?.id ?? '', studentId: emir, groupId: club.id };
  await run(school.cache, 'groups.dismissStudent', { ...dismissal, on: FRIDAY_BEFORE });
  expect(reasonOf(await correct({ rule: { gradeLevels: [3] } }))).toBe('accepted');
  expect(reasonOf(await admit())).toBe('listNotKept');
  expect(reasonOf(await correct({ rule: null }))).toBe('accepted');
  expect(reasonOf(await admit())).toBe('accepted');
});

test('who is in on any day of the span is left as it is; after the last day one comes back', async () => {
  const membership = aMembership({ groupId: club.id, studentId: emir, untilDay: TUESDAY });
  await seed(school.cache, { studentMembership: membership });
  expect(await admit({ fromDay: TUESDAY })).toMatchObject({ result: { membershipIds: [] } });
  expect(await admit({ fromDay: '2026-07-01', untilDay: '2026-08-01' })).toMatchObject({
    result: { membershipIds: [] },
  });
  const membershipId = anId();
  const again = await admit({ fromDay: WEDNESDAY, students: [{ membershipId, studentId: emir }] });
  expect(again).toMatchObject({ result: { membershipIds: [membershipId] } });
  expect(await spans()).toEqual([
    ['2026-08-01', TUESDAY],
    [WEDNESDAY, null],
  ]);
});

test('one child named twice in a list is entered once; an unknown child stops the whole list', async () => {
  const twice = [anId(), anId()].map((membershipId) => ({ membershipId, studentId: emir }));
  await admit({ students: twice });
  expect(await spans()).toEqual([[MONDAY, null]]);
  const mixed = [...twice, { membershipId: anId(), studentId: anId() }];
  expect(reasonOf(await admit({ students: mixed }))).toBe('studentUnknown');
});

test('leaving: the last day, no end after all, and out again as if it had never been', async () => {
  const membershipId = anId();
  await admit({ students: [{ membershipId, studentId: emir }] });
  const dismiss = (on: string | null) =>
    run(school.cache, 'groups.dismissStudent', { membershipId, studentId: emir, groupId: club.id, on });
  await dismiss(FRIDAY);
  expect(await spans()).toEqual([[MONDAY, FRIDAY]]);
  await dismiss(null);
  expect(await spans()).toEqual([[MONDAY, null]]);
  await dismiss(FRIDAY_BEFORE);
  expect(await spans()).toEqual([]);
  expect(reasonOf(await dismiss(MONDAY))).toBe('membershipUnknown');
});

test('a lead is appointed once for the same days, and again for later ones', async () => {
  const appoint = (fromDay: string, untilDay: string | null, staffId = school.petersen.id) =>
    run(school.cache, 'groups.appointLead', {
      leadId: anId(),
      ...{ groupId: club.id, staffId, fromDay, untilDay },
    });
  expect(reasonOf(await appoint(MONDAY, TUESDAY))).toBe('accepted');
  expect(reasonOf(await appoint(TUESDAY, null))).toBe('alreadyThere');
  expect(reasonOf(await appoint(WEDNESDAY, null))).toBe('accepted');
  expect(reasonOf(await appoint(MONDAY, null, school.sommer.id))).toBe('accepted');
  expect(reasonOf(await appoint(MONDAY, null, anId()))).toBe('staffUnknown');
});

test('nobody leads a group from a day on which they have left', async () => {
  await seed(school.cache, { staffMember: { ...school.petersen, leftOn: TUESDAY } });
  const appoint = (fromDay: string) =>
    run(school.cache, 'groups.appointLead', {
      leadId: anId(),
      ...{ groupId: club.id, staffId: school.petersen.id, fromDay, untilDay: null },
    });
  expect(reasonOf(await appoint(WEDNESDAY))).toBe('staffUnknown');
  expect(reasonOf(await appoint(TUESDAY))).toBe('accepted');
});

test('a committee takes guardians and staff, a staff group only staff, a club neither', async () => {
  const [council, room] = [aGroup({ kind: 'committee' }), aGroup({ kind: 'staff' })];
  const { mother } = await school.addChild('Mia Wulf', '1a');
  await seed(school.cache, { schoolGroup: [council, room] });
  const span = { fromDay: MONDAY, untilDay: '2027-07-31' };
  const guardian = (groupId: string) =>
    run(school.cache, 'groups.admitGuardian', {
      ...{ membershipId: anId(), guardianId: mother.id, groupId, duty: 'Vorsitz', ...span },
    });
  const staff = (groupId: string) =>
    run(school.cache, 'groups.admitStaff', {
      ...{ membershipId: anId(), staffId: school.petersen.id, groupId, duty: null, ...span },
    });
  const answers = [];
  for (const { id } of [council, room, club])
    answers.push([reasonOf(await guardian(id)), reasonOf(await staff(id))]);
  expect(answers).toEqual([
    ['accepted', 'accepted'],
    ['listNotKept', 'accepted'],
    ['listNotKept', 'listNotKept'],
  ]);
  expect(reasonOf(await guardian(council.id))).toBe('alreadyThere');
  expect(reasonOf(await staff(council.id))).toBe('alreadyThere');
});
