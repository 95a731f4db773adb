import { afterEach, beforeEach, expect, test } from 'vitest';
import { studentsOfGroups } from '../../../src-shared/groups/members.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { aGroup, FRIDAY_BEFORE, MONDAY, TUESDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aMembership } from '../../support/builders/students.ts';

let school: MorningSchool;
let ids: { emir: string; mia: string; jonas: string; gone: string };
beforeEach(async () => {
  school = await openMorningSchool();
  const add = async (name: string, className: '1a' | '3b', detail = {}) =>
    (await school.addChild(name, className, detail)).id;
  ids = {
    emir: await add('Emir Yılmaz', '3b', { allDayCare: 1 }),
    mia: await add('Mia-Sophie Wiśniewska', '1a', { allDayCare: 1 }),
    jonas: await add('Jonas Müller-Behrens', '3b'),
    gone: await add('Ole Harms', '3b', { allDayCare: 1 }),
  };
  const gone = await school.cache.db
    .selectFrom('student')
    .selectAll()
    .where('id', '=', ids.gone)
    .executeTakeFirstOrThrow();
  await seed(school.cache, { student: { ...gone, leftOn: FRIDAY_BEFORE } });
});
afterEach(() => school.cache.close());

async function members(group: Row<'schoolGroup'>, day = MONDAY): Promise<unknown> {
  const found = await studentsOfGroups(school.cache.db, [group.id], day);
  const students = found.get(group.id);
  return students && Object.fromEntries(students);
}

test('a rule takes in whoever fits and is at the school, until the group ends', async () => {
  const group = aGroup({
    kind: 'care',
    rule: '{"gradeLevels":[3],"allDayCare":true}',
    untilDay: '2027-07-07',
  });
  await seed(school.cache, { schoolGroup: group });
  expect(await members(group)).toEqual({ [ids.emir]: '2027-07-07' });
});

test('a list holds its members from their first to their last day', async () => {
  const group = aGroup();
  await seed(school.cache, {
    schoolGroup: group,
    studentMembership: [
      aMembership({ groupId: group.id, studentId: ids.emir, untilDay: MONDAY }),
      aMembership({ groupId: group.id, studentId: ids.mia, fromDay: TUESDAY }),
      aMembership({ groupId: group.id, studentId: ids.gone }),
    ],
  });
  expect(await members(group, MONDAY)).toEqual({ [ids.emir]: MONDAY });
  expect(await members(group, TUESDAY)).toEqual({ [ids.mia]: null });
});

test('entered twice, the longer membership counts; the group’s own end is never outlived', async () => {
  const group = aGroup({ untilDay: '2027-01-31' });
  await seed(school.cache, {
    schoolGroup: group,
    studentMembership: [
      aMembership({ groupId: group.id, studentId: ids.jonas, untilDay: '2026-12-24' }),
      aMembership({ groupId: group.id, studentId: ids.jonas }),
    ],
  });
  expect(await members(group)).toEqual({ [ids.jonas]: '2027-01-31' });
});

test.each([
  ['has not begun', { fromDay: TUESDAY }],
  ['has ended', { untilDay: '2026-11-22' }],
  ['is the staff’s', { kind: 'staff' as const }],
  ['is a committee', { kind: 'committee' as const }],
])('a group that %s holds no child', async (_, fields) => {
  const group = aGroup({ rule: '{"gradeLevels":[3]}', ...fields });
  await seed(school.cache, { schoolGroup: group });
  expect(await members(group)).toBeUndefined();
});

test('a group with a rule nobody can read holds nobody, whatever stands in its list', async () => {
  const group = aGroup({ rule: '{"everybody":true}' });
  await seed(school.cache, {
    schoolGroup: group,
    studentMembership: aMembership({ groupId: group.id, studentId: ids.emir }),
  });
  expect(await members(group)).toBeUndefined();
});
