import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { studentHandlers } from '../../../src-main/core/students/handlers.ts';
import { asContract } from '../../support/answers.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { aGroup, FRIDAY_BEFORE } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian, aGuardianship, aMembership, aStudent } from '../../support/builders/students.ts';
import { run } from '../../support/cache.ts';
import { aContext } from '../../support/core-context.ts';

let school: MorningSchool;
let emir: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  emir = await school.addChild('Emir Yılmaz', '3b', { allDayCare: 1, birthDate: '2018-03-05' });
});
afterEach(() => school.cache.close());

const handlers = () => studentHandlers(aContext(school.cache));
const directory = async (withLeft = false) =>
  asContract('students.directory', await handlers()['students.directory']({ withLeft })).lines;
const card = async (studentId = emir.id) =>
  asContract('students.card', await handlers()['students.card']({ studentId }));

describe('the directory', () => {
  test('shows each child with family, care and groups', async () => {
    const club = aGroup();
    await seed(school.cache, {
      schoolGroup: [club, aGroup({ name: 'Ganztag', kind: 'care', rule: '{"allDayCare":true}' })],
      studentMembership: aMembership({ groupId: club.id, studentId: emir.id }),
    });
    expect(await directory()).toMatchObject([
      {
        familyName: 'Yılmaz',
        className: '3b',
        own: true,
        allDayCare: true,
        guardians: [{ name: 'Aylin Yılmaz', relation: 'mother' }],
        phone: '0170 5550142',
        blockedGuardian: false,
        groups: ['Ganztag', 'Schach-AG'],
      },
    ]);
  });

  test('names no blocked guardian and gives no number of theirs, but says that somebody is blocked', async () => {
    await seed(school.cache, {
      guardianship: (await school.cache.rows('guardianship')).map((tie) => ({ ...tie, blocked: 1 as const })),
    });
    expect(await directory()).toMatchObject([{ guardians: [], phone: null, blockedGuardian: true }]);
  });

  test('has no more than name and class of a child whose details this desk does not hold', async () => {
    const other = aStudent({ givenName: 'Lina', familyName: 'Hofmann', classId: school.classes['1a'].id });
    await seed(school.cache, { student: other });
    const [line] = (await directory()).filter(({ studentId }) => studentId === other.id);
    expect(line).toMatchObject({
      className: '1a',
      own: false,
      birthDate: null,
      allDayCare: null,
      phone: null,
    });
    expect(await card(other.id)).toMatchObject({ own: false, guardians: [], history: [] });
  });

  test('leaves out who has left, unless asked for', async () => {
    await run(school.cache, 'students.leave', { studentId: emir.id, on: FRIDAY_BEFORE });
    expect(await directory()).toEqual([]);
    expect(await directory(true)).toMatchObject([{ leftOn: FRIDAY_BEFORE }]);
  });
});

describe('a child’s card', () => {
  test('tells who cares for it, in the order of calls, and for whom else they do', async () => {
    const sister = await school.addChild('Elif Yılmaz', '1a');
    const office = aGuardian({ kind: 'institution', givenName: '', familyName: 'Jugendamt Lindenbach' });
    await seed(school.cache, {
      guardian: office,
      guardianship: [
        aGuardianship({ studentId: sister.id, guardianId: emir.mother.id }),
        aGuardianship({
          studentId: emir.id,
          guardianId: office.id,
          relation: 'institution',
          contactOrder: 2,
        }),
      ],
    });
    const shown = await card();
    expect(shown?.guardians).toMatchObject([
      { familyName: 'Yılmaz', otherStudents: [{ givenName: 'Elif', className: '1a' }] },
      { kind: 'institution', familyName: 'Jugendamt Lindenbach', otherStudents: [] },
    ]);
    expect(shown?.siblings).toMatchObject([{ givenName: 'Elif' }]);
    expect(shown).toMatchObject({ age: 8, adult: false, classTeachers: ['Petersen'] });
  });

  test('is in a group no longer than the group lasts', async () => {
    const club = aGroup({ untilDay: FRIDAY_BEFORE });
    await seed(school.cache, {
      schoolGroup: club,
      studentMembership: aMembership({ groupId: club.id, studentId: emir.id, untilDay: null }),
    });
    expect((await card())?.groups).toMatchObject([{ untilDay: FRIDAY_BEFORE, current: false }]);
  });

  test('has the history of child, contacts and guardians in one, the newest first', async () => {
    await run(
      school.cache,
      'students.correct',
      { studentId: emir.id, fields: { lunch: 1 } },
      { at: '07:10' },
    );
    const address = { street: 'Am Deich 1', postalCode: '26721', city: 'Emden', householdId: null };
    await run(
      school.cache,
      'guardians.moveHouse',
      { guardianId: emir.mother.id, ...address },
      { at: '07:20' },
    );
    expect((await card())?.history.map(({ kind }) => kind)).toEqual(['movedHouse', 'corrected']);
  });

  test('is found under an id that was merged into it, and nowhere else', async () => {
    const lost = anId();
    await seed(school.cache, { studentAlias: { id: lost, studentId: emir.id } });
    expect((await card(lost))?.studentId).toBe(emir.id);
    expect(await card(anId())).toBeNull();
  });
});

test('guardians are found by the beginnings of their names, whatever the accents', async () => {
  const find = async (text: string) =>
    asContract('students.guardians', await handlers()['students.guardians']({ text })).guardians;
  expect(await find('yilm ayl')).toMatchObject([{ name: 'Aylin Yılmaz', students: ['Emir Yılmaz, 3b'] }]);
  expect(await find('YILMAZ, aylin')).toHaveLength(1);
  expect(await find('yılmaz')).toHaveLength(1);
  expect(await find('lin')).toEqual([]);
  expect(await find(' ')).toEqual([]);
  for (const familyName of ['Özkan', 'Müller'])
    await seed(school.cache, { guardian: aGuardian({ familyName }) });
  for (const typed of ['oezkan', 'ozkan', 'Özkan', 'mueller', 'muller'])
    expect(await find(typed)).toHaveLength(1);
});
