import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import { anId } from '../../support/builders/ids.ts';
import {
  type AddedChild,
  type MorningSchool,
  openMorningSchool,
} from '../../support/builders/morning-school.ts';
import { aClass, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardian } from '../../support/builders/students.ts';
import { contentOf, reasonOf, run } from '../../support/cache.ts';

let school: MorningSchool;
let emir: AddedChild;
beforeEach(async () => {
  school = await openMorningSchool();
  emir = await school.addChild('Emir Yılmaz', '3b');
});
afterEach(() => school.cache.close());

const enrolment = (fields: Partial<CommandArgs<'students.enrol'>> = {}) => ({
  studentId: anId(),
  givenName: ' Zoë ',
  familyName: 'Öztürk',
  birthDate: '2019-11-05',
  allDayCare: 1 as const,
  lunch: 0 as const,
  earlyPickupAt: null,
  classId: school.classes['1a'].id,
  ...fields,
});

const changesOf = (text: string | null) => JSON.parse(text ?? '[]');

describe('a child in the register', () => {
  test('is enrolled with its data, tidied, and the day it began in its history', async () => {
    const args = enrolment();
    await run(school.cache, 'students.enrol', args);
    const students = await school.cache.rows('student');
    expect(students.find(({ id }) => id === args.studentId)).toMatchObject({
      givenName: 'Zoë',
      leftOn: null,
    });
    expect(await school.cache.rows('studentEvent')).toMatchObject([
      { studentId: args.studentId, kind: 'enrolled', actorName: 'Nermin Yıldız' },
    ]);
  });

  test('can be enrolled without a class, but not into one that is over or unknown', async () => {
    const over = aClass({ name: '4d', endedOn: '2026-07-01' });
    await seed(school.cache, { schoolClass: over });
    const reasons = [null, over.id, anId()].map(async (classId) =>
      reasonOf(await run(school.cache, 'students.enrol', enrolment({ classId }))),
    );
    expect(await Promise.all(reasons)).toEqual(['accepted', 'classUnknown', 'classUnknown']);
  });

  test('moves to another class; the history names classes as people do', async () => {
    await run(school.cache, 'students.move', { studentId: emir.id, classId: school.classes['1a'].id });
    const [event] = await school.cache.rows('studentEvent');
    expect(event?.kind).toBe('moved');
    expect(changesOf(event?.changes ?? null)).toEqual([{ field: 'class', from: '3b', to: '1a' }]);
  });

  test('leaves, and comes back into a class', async () => {
    await run(school.cache, 'students.leave', { studentId: emir.id, on: MONDAY });
    expect(await school.cache.rows('student')).toMatchObject([{ leftOn: MONDAY }]);
    await run(school.cache, 'students.readmit', { studentId: emir.id, classId: school.classes['1a'].id });
    expect(await school.cache.rows('student')).toMatchObject([
      { leftOn: null, classId: school.classes['1a'].id },
    ]);
  });

  test('said again is no change: no event, no rows', async () => {
    const before = await contentOf(school.cache);
    const fields = { givenName: 'Emir', familyName: 'Yılmaz' };
    await run(school.cache, 'students.correct', { studentId: emir.id, fields });
    expect(await contentOf(school.cache)).toEqual(before);
  });
});

describe('guardians', () => {
  const tieTo = (guardianId: string, fields: Partial<CommandArgs<'guardians.tie'>> = {}) => ({
    guardianshipId: anId(),
    studentId: emir.id,
    guardianId,
    relation: 'grandparent' as const,
    hasCustody: 0 as const,
    powerOfAttorney: 1 as const,
    livesWith: 0 as const,
    blocked: 0 as const,
    ...fields,
  });

  test('are tied last in the order of calls, once each', async () => {
    const oma = aGuardian({ givenName: 'Helga' });
    await seed(school.cache, { guardian: oma });
    const first = await run(school.cache, 'guardians.tie', tieTo(oma.id));
    const again = await run(school.cache, 'guardians.tie', tieTo(oma.id));
    expect([reasonOf(first), reasonOf(again)]).toEqual(['accepted', 'tiedAlready']);
    const ties = await school.cache.rows('guardianship');
    expect(ties.map(({ guardianId, contactOrder }) => [guardianId, contactOrder])).toEqual(
      expect.arrayContaining([
        [emir.mother.id, 1],
        [oma.id, 2],
      ]),
    );
  });

  test('are called in the order that is said; whoever was not named comes after', async () => {
    const others = [aGuardian(), aGuardian()];
    await seed(school.cache, { guardian: others });
    const ids = others.map(() => anId());
    for (const [index, other] of others.entries())
      await run(school.cache, 'guardians.tie', tieTo(other.id, { guardianshipId: ids[index] ?? '' }));
    await run(school.cache, 'guardians.orderCalls', {
      studentId: emir.id,
      guardianshipIds: [ids[1] ?? ''],
    });
    const ties = await school.cache.rows('guardianship');
    const order = [...ties].sort((one, other) => one.contactOrder - other.contactOrder);
    expect(order.map(({ guardianId }) => guardianId)).toEqual([others[1]?.id, emir.mother.id, others[0]?.id]);
  });

  test('who is blocked is noted as a fact, with its history', async () => {
    const [tie] = await school.cache.rows('guardianship');
    const args = { guardianshipId: tie?.id ?? '', studentId: emir.id, fields: { blocked: 1 as const } };
    await run(school.cache, 'guardians.correctTie', args);
    const [event] = await school.cache.rows('contactEvent');
    expect(changesOf(event?.changes ?? null)).toEqual([
      { field: 'guardian', from: null, to: 'Aylin Yılmaz' },
      { field: 'blocked', from: 0, to: 1 },
    ]);
  });

  test('have their numbers noted as one list: new, changed and gone ones', async () => {
    const [known] = await school.cache.rows('guardianContact');
    const contacts = [
      { contactId: anId(), kind: 'phone' as const, label: 'Arbeit', value: '030 23125100' },
      { contactId: known?.id ?? '', kind: 'phone' as const, label: '', value: '0170 5550143' },
    ];
    await run(school.cache, 'guardians.noteContacts', { guardianId: emir.mother.id, contacts });
    expect(await school.cache.rows('guardianContact')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'Arbeit', position: 1 }),
        expect.objectContaining({ id: known?.id, label: null, value: '0170 5550143', position: 2 }),
      ]),
    );
    await run(school.cache, 'guardians.noteContacts', { guardianId: emir.mother.id, contacts: [] });
    expect(await school.cache.rows('guardianContact')).toEqual([]);
    expect(await school.cache.rows('guardianEvent')).toHaveLength(2);
  });

  test('a household’s id says nothing to a reader, so no history shows it', async () => {
    const address = { street: 'Am Deich 1', postalCode: '02672', city: 'Emden', householdId: anId() };
    await run(school.cache, 'guardians.moveHouse', { guardianId: emir.mother.id, ...address });
    const [event] = await school.cache.rows('guardianEvent');
    expect(event?.changes).toContain('"to":"02672"');
    expect(event?.changes).not.toContain(address.householdId);
  });
});

describe('emergency contacts and pick-up rights', () => {
  test('are whole lists; a list that says the same changes nothing', async () => {
    const person = { name: 'Helga Groß', relation: 'Oma', phone: '04206 91448' };
    const args = { studentId: emir.id, contacts: [{ contactId: anId(), ...person }] };
    await run(school.cache, 'students.noteEmergencyContacts', args);
    const once = await contentOf(school.cache);
    await run(school.cache, 'students.noteEmergencyContacts', args);
    expect(await contentOf(school.cache)).toEqual(once);
    expect(once.emergencyContact).toMatchObject([{ name: 'Helga Groß', position: 1 }]);
    await run(school.cache, 'students.notePickups', {
      studentId: emir.id,
      people: [{ pickupId: anId(), name: 'Nachbarin Kruse', relation: '' }],
    });
    expect(await school.cache.rows('authorisedPickup')).toMatchObject([{ name: 'Nachbarin Kruse' }]);
  });
});
