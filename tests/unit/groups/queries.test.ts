import { afterEach, beforeEach, expect, test } from 'vitest';
import { classDetail, groupDetail } from '../../../src-main/core/groups/detail.ts';
import { groupHandlers } from '../../../src-main/core/groups/handlers.ts';
import { listGroups } from '../../../src-main/core/groups/list.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { asContract, aViewpoint } from '../../support/answers.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import {
  aGroup,
  anAssignment,
  FRIDAY,
  FRIDAY_BEFORE,
  MONDAY,
  TUESDAY,
} from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardianship, aMembership } from '../../support/builders/students.ts';
import { aContext } from '../../support/core-context.ts';

let school: MorningSchool;
let club: Row<'schoolGroup'>;
let emir: Awaited<ReturnType<MorningSchool['addChild']>>;
let mia: Awaited<ReturnType<MorningSchool['addChild']>>;
beforeEach(async () => {
  school = await openMorningSchool();
  emir = await school.addChild('Emir Yılmaz', '3b');
  mia = await school.addChild('Mia Wulf', '1a');
  club = aGroup({ untilDay: FRIDAY });
  await seed(school.cache, {
    schoolGroup: club,
    groupLead: {
      ...{ id: anId(), groupId: club.id, staffId: school.petersen.id },
      ...{ fromDay: '2026-08-01', untilDay: null },
    },
    studentMembership: [
      aMembership({ groupId: club.id, studentId: emir.id }),
      aMembership({ groupId: club.id, studentId: mia.id, fromDay: TUESDAY }),
      aMembership({ groupId: club.id, studentId: mia.id, untilDay: FRIDAY_BEFORE }),
    ],
  });
});
afterEach(() => school.cache.close());

const detail = async (fields: Parameters<typeof aViewpoint>[0] = {}, groupId = club.id) => {
  const answer = await groupDetail(school.cache.db, aViewpoint(fields), groupId);
  return asContract('groups.detail', answer);
};
const list = async (fields: Parameters<typeof aViewpoint>[0] = {}) =>
  asContract('groups.list', await listGroups(school.cache.db, aViewpoint(fields)));

test('a group’s page: who is in it now, later and before, and who sees what through it', async () => {
  const answer = await detail();
  expect(answer?.students.map(({ givenName, when }) => [givenName, when])).toEqual([
    ['Emir', 'current'],
    ['Mia', 'future'],
    ['Mia', 'past'],
  ]);
  expect(answer).toMatchObject({ complete: true, when: 'current', leads: [{ name: 'Petersen' }] });
  expect(answer?.viewers.map(({ name }) => name)).toEqual(['Petersen']);
  expect(answer?.inheritors).toMatchObject([{ student: 'Emir Yılmaz', blocked: false }]);
});

test('after the group’s last day nobody is in it, leads it, or sees anything through it', async () => {
  expect((await detail({ day: FRIDAY }))?.viewers).toHaveLength(1);
  const over = await detail({ day: '2026-11-28' });
  expect(over?.when).toBe('past');
  expect(over?.students.every(({ when }) => when === 'past')).toBe(true);
  expect(over?.leads.every(({ when }) => when === 'past')).toBe(true);
  expect([over?.viewers, over?.inheritors]).toEqual([[], []]);
});

test('inherited guardians: a blocked one is marked, and goes with the child', async () => {
  const [tie] = (await school.cache.rows('guardianship')).filter((one) => one.studentId === emir.id);
  await seed(school.cache, {
    guardianship: aGuardianship({ ...tie, studentId: emir.id, guardianId: emir.mother.id, blocked: 1 }),
  });
  expect((await detail())?.inheritors).toMatchObject([{ name: 'Aylin Yılmaz', blocked: true }]);
  expect((await detail({ day: TUESDAY }))?.inheritors).toHaveLength(2);
});

test('a teacher sees how many are in the groups they lead, of the others only that they exist', async () => {
  const teacher = { role: 'teacher' as const, staffId: school.petersen.id };
  await seed(school.cache, { schoolGroup: aGroup({ name: 'Chor' }) });
  expect((await list(teacher)).groups.map(({ name, members }) => [name, members])).toEqual([
    ['Chor', null],
    ['Schach-AG', 1],
  ]);
  expect((await detail(teacher))?.complete).toBe(true);
  expect((await detail({ ...teacher, staffId: school.sommer.id }))?.complete).toBe(false);
});

test('past groups stand last; a class names who teaches it and who stands in today', async () => {
  await seed(school.cache, {
    schoolGroup: aGroup({ name: 'Alte AG', untilDay: FRIDAY_BEFORE }),
    classAssignment: anAssignment({
      ...{ classId: school.classes['3b'].id, staffId: school.sommer.id },
      ...{ kind: 'substitute', fromDay: MONDAY, untilDay: MONDAY },
    }),
  });
  const { groups, classes } = await list();
  expect(groups.map(({ name, when }) => [name, when])).toEqual([
    ['Schach-AG', 'current'],
    ['Alte AG', 'past'],
  ]);
  expect(classes.at(-1)).toMatchObject({ name: '3b', teachers: ['Petersen'], substitutes: ['Sommer'] });
  expect((await list({ day: TUESDAY })).classes.at(-1)?.substitutes).toEqual([]);
});

test('a class’s page: its children, its teachers with their days, and who sees them', async () => {
  const classId = school.classes['3b'].id;
  const assign = (fields: object) => anAssignment({ classId, staffId: school.sommer.id, ...fields });
  await seed(school.cache, {
    classAssignment: [
      assign({ kind: 'substitute', fromDay: TUESDAY, untilDay: FRIDAY }),
      assign({ kind: 'subjectTeacher', untilDay: FRIDAY_BEFORE }),
    ],
  });
  const answer = asContract('groups.ofClass', await classDetail(school.cache.db, MONDAY, classId));
  expect(answer?.assignments.map(({ name, kind, when }) => [name, kind, when])).toEqual([
    ['Petersen', 'classTeacher', 'current'],
    ['Sommer', 'substitute', 'future'],
    ['Sommer', 'subjectTeacher', 'past'],
  ]);
  expect(answer?.viewers.map(({ name }) => name)).toEqual(['Petersen']);
  expect(answer?.students.map(({ givenName }) => givenName)).toEqual(['Emir']);
});

test('a rule is counted before it is saved; who has left does not count', async () => {
  const count = async (rule: { gradeLevels?: number[]; allDayCare?: true }) =>
    groupHandlers(aContext(school.cache))['groups.countRule']({ rule });
  await school.addChild('Jonas Behrens', '3b', { allDayCare: 1 });
  expect(await count({ gradeLevels: [1, 3] })).toEqual({ students: 3 });
  expect(await count({ gradeLevels: [3], allDayCare: true })).toEqual({ students: 1 });
  expect(await count({ gradeLevels: [4] })).toEqual({ students: 0 });
});

test('a group or class nobody knows has no page', async () => {
  expect(await detail({}, anId())).toBeNull();
  expect(await classDetail(school.cache.db, MONDAY, anId())).toBeNull();
});
