import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { ImportStep } from '../../../src-shared/roster/steps.ts';
import { takeBack } from '../../../src-shared/roster/undo/take-back.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { anAbsence, anAttempt, aWaitingReport } from '../../support/builders/absences.ts';
import { anId } from '../../support/builders/ids.ts';
import { type MorningSchool, openMorningSchool } from '../../support/builders/morning-school.ts';
import { aGroup, anAssignment, aSetting, at, MONDAY } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { aGuardianship, aMembership, anEmergencyContact, aPhone } from '../../support/builders/students.ts';
import { reasonOf, run } from '../../support/cache.ts';
import { type Imported, importInto, registerOf, undoImport } from '../../support/roster-files/import-into.ts';

const nowhere = { street: null, postalCode: null, city: null, phones: [], emails: [] };
const child = { importKey: null, givenName: 'Zoë', familyName: 'Neu', birthDate: null };

let school: MorningSchool;
let ids: { classId: string; studentId: string; guardianId: string; tieId: string };
/** A new class with a child and its mother. */
let family: ImportStep[];

beforeEach(async () => {
  school = await openMorningSchool();
  ids = { classId: anId(), studentId: anId(), guardianId: anId(), tieId: anId() };
  const { classId, studentId, guardianId, tieId } = ids;
  const phones = [{ label: null, value: '0171 3920011' }];
  family = [
    { kind: 'addClass', classId, name: '4d', gradeLevel: 4 },
    { kind: 'addStudent', studentId, className: '4d', ...child },
    { kind: 'addGuardian', guardianId, givenName: 'Lea', familyName: 'Neu', ...nowhere, phones },
    { kind: 'linkGuardian', guardianshipId: tieId, studentId, guardianId, relation: 'mother' },
  ];
});
afterEach(() => school.cache.close());

/** What stays, and why. */
async function stayingOf({ importId }: Imported): Promise<string[]> {
  const entry = (await school.cache.rows('rosterImport')).find(({ id }) => id === importId);
  if (!entry) throw new Error('no such import');
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const { staying } = await takeBack(school.cache.db, entry, null);
  return [...new Set(staying.map(({ kind, id, reason }) => `${names.get(id) ?? kind} ${reason}`))].sort();
}

async function peopleOf() {
  const [students, guardians] = [await school.cache.rows('student'), await school.cache.rows('guardian')];
  return [...students, ...guardians].map(({ id }) => id);
}

describe('a new child stays, with its guardian and its class, when somebody has worked with it', () => {
  const cases: [string, () => Promise<void>][] = [
    ['an absence', () => seed(school.cache, { absence: anAbsence({ studentId: ids.studentId }) })],
    [
      'a report that waits',
      () => seed(school.cache, { absenceReport: aWaitingReport({ studentId: ids.studentId }) }),
    ],
    ['a call', () => seed(school.cache, { contactAttempt: anAttempt({ studentId: ids.studentId }) })],
    [
      'an emergency contact',
      () => seed(school.cache, { emergencyContact: anEmergencyContact({ studentId: ids.studentId }) }),
    ],
    [
      'a group',
      () =>
        seed(school.cache, {
          studentMembership: aMembership({ studentId: ids.studentId, groupId: aGroup().id }),
        }),
    ],
    [
      'another guardian',
      () =>
        seed(school.cache, { guardianship: aGuardianship({ studentId: ids.studentId, guardianId: anId() }) }),
    ],
  ];
  test.each(cases)('%s', async (_, work) => {
    const imported = await importInto(school.cache, family, { size: 1 });
    await work();
    expect(await stayingOf(imported)).toEqual([
      'classId belongsToStaying',
      'guardianId belongsToStaying',
      'studentId belongsToStaying', // its tie
      'studentId usedSince',
    ]);
    const before = await registerOf(school.cache);
    await undoImport(school.cache, imported);
    expect(await registerOf(school.cache)).toEqual(before);
  });

  test('and goes after all once that is gone', async () => {
    const imported = await importInto(school.cache, family);
    const membership = aMembership({ studentId: ids.studentId, groupId: aGroup().id });
    await seed(school.cache, { studentMembership: membership });
    await undoImport(school.cache, imported);
    expect(await peopleOf()).toContain(ids.studentId);
    await school.cache.apply([
      { kind: 'remove', table: 'studentMembership', id: membership.id, rootId: ids.studentId },
    ]);
    expect(await undoImport(school.cache, imported)).toBe(0);
    expect(await peopleOf()).toEqual([]);
    expect(await school.cache.rows('studentBefore')).toEqual([]);
  });

  test('its twin of the same mother goes, and the mother stays', async () => {
    const twin = { studentId: anId(), guardianshipId: anId() };
    const imported = await importInto(school.cache, [
      ...family,
      { kind: 'addStudent', studentId: twin.studentId, className: '4d', ...child, givenName: 'Ida' },
      { kind: 'linkGuardian', ...twin, guardianId: ids.guardianId, relation: 'mother' },
    ]);
    await seed(school.cache, { absence: anAbsence({ studentId: ids.studentId }) });
    await undoImport(school.cache, imported);
    expect((await peopleOf()).sort()).toEqual([ids.guardianId, ids.studentId].sort());
    expect(await school.cache.rows('guardianship')).toMatchObject([{ id: ids.tieId }]);
  });
});

describe('what was changed since', () => {
  const childNow = async (id: string): Promise<Row<'student'>> => {
    const row = (await school.cache.rows('student')).find((one) => one.id === id);
    if (!row) throw new Error('no such child');
    return row;
  };

  test('a new guardian keeps a phone number that was added by hand, and the child stays with it', async () => {
    const imported = await importInto(school.cache, family);
    await seed(school.cache, { guardianContact: aPhone({ guardianId: ids.guardianId, position: 2 }) });
    expect(await stayingOf(imported)).toEqual([
      'classId belongsToStaying',
      'guardianId changedSince',
      'studentId belongsToStaying',
      'studentId familyChanged',
    ]);
  });

  test('a child moved again is left where it is; one that was only renamed goes back to its class', async () => {
    const emir = await school.addChild('Emir Yılmaz', '3b');
    const mia = await school.addChild('Mia Sommer', '3b');
    const move = (studentId: string): ImportStep => ({ kind: 'moveStudent', studentId, className: '1a' });
    const imported = await importInto(school.cache, [move(emir.id), move(mia.id)]);
    await seed(school.cache, {
      student: [
        { ...(await childNow(emir.id)), classId: null },
        { ...(await childNow(mia.id)), familyName: 'Winter' },
      ],
    });
    expect(await undoImport(school.cache, imported)).toBe(1);
    expect(await childNow(emir.id)).toMatchObject({ classId: null });
    expect(await childNow(mia.id)).toMatchObject({
      classId: school.classes['3b'].id,
      familyName: 'Winter',
    });
  });

  test('of an address half corrected by hand no half goes back', async () => {
    const { mother } = await school.addChild('Emir Yılmaz', '3b');
    const address = {
      id: mother.id,
      street: 'Am Bach 2',
      postalCode: '27777',
      city: 'Hude',
      householdId: null,
    };
    await seed(school.cache, { guardianAddress: address });
    const fields = { street: 'Moorweg 4', postalCode: '27798', city: 'Hude' };
    const imported = await importInto(school.cache, [
      { kind: 'correctGuardian', guardianId: mother.id, fields, addPhones: [], addEmails: ['a@example.org'] },
    ]);
    await seed(school.cache, { guardianAddress: { ...address, ...fields, street: 'Moorweg 4a' } });
    expect(await stayingOf(imported)).toEqual(['guardian changedSince']);
    await undoImport(school.cache, imported);
    expect(await school.cache.rows('guardianAddress')).toMatchObject([
      { street: 'Moorweg 4a', postalCode: '27798' },
    ]);
    expect((await school.cache.rows('guardianContact')).map(({ kind }) => kind)).toEqual(['phone']);
  });

  test('a child taken back in has absences since: it stays at the school; without any it has left again', async () => {
    const emir = await school.addChild('Emir Yılmaz', '3b');
    const row = await childNow(emir.id);
    await seed(school.cache, {
      student: { ...row, leftOn: '2026-07-31' },
      absence: anAbsence({ studentId: emir.id, recordedAt: at('08:00', '2026-06-01') }),
    });
    const readmit: ImportStep[] = [{ kind: 'readmitStudent', studentId: emir.id, className: '1a' }];
    const first = await importInto(school.cache, readmit);
    await undoImport(school.cache, first);
    expect(await childNow(emir.id)).toMatchObject({ leftOn: '2026-07-31' });

    const second = await importInto(school.cache, readmit);
    await seed(school.cache, { absence: anAbsence({ studentId: emir.id, recordedAt: at('08:00') }) });
    expect(await stayingOf(second)).toEqual(['student usedSince']);
    await undoImport(school.cache, second);
    expect(await childNow(emir.id)).toMatchObject({ leftOn: null });
  });

  test('a child whose former class is there no more keeps its class', async () => {
    const emir = await school.addChild('Emir Yılmaz', '3b');
    const imported = await importInto(school.cache, [
      { kind: 'moveStudent', studentId: emir.id, className: '1a' },
    ]);
    await school.cache.apply([
      { kind: 'remove', table: 'schoolClass', id: school.classes['3b'].id, rootId: '-' },
    ]);
    expect(await stayingOf(imported)).toEqual(['student classGone']);
  });

  test('a new tie stays when the guardian has reported the child', async () => {
    const emir = await school.addChild('Emir Yılmaz', '3b');
    const imported = await importInto(school.cache, [
      { kind: 'addGuardian', guardianId: ids.guardianId, givenName: 'Lea', familyName: 'Neu', ...nowhere },
      {
        kind: 'linkGuardian',
        guardianshipId: ids.tieId,
        studentId: emir.id,
        guardianId: ids.guardianId,
        relation: null,
      },
    ]);
    await seed(school.cache, {
      absenceReport: aWaitingReport({ studentId: emir.id, guardianId: ids.guardianId }),
    });
    await undoImport(school.cache, imported);
    expect(await peopleOf()).toContain(ids.guardianId);
    expect((await school.cache.rows('guardianship')).map(({ id }) => id)).toContain(ids.tieId);
  });

  test('a new class stays once it has a teacher', async () => {
    const imported = await importInto(school.cache, family);
    await seed(school.cache, {
      classAssignment: anAssignment({ classId: ids.classId, staffId: school.petersen.id }),
    });
    expect(await stayingOf(imported)).toEqual(['classId usedSince']);
    expect(await undoImport(school.cache, imported)).toBe(1);
    expect((await school.cache.rows('schoolClass')).map(({ name }) => name).sort()).toEqual([
      '1a',
      '3b',
      '4d',
    ]);
  });
});

describe('the command', () => {
  const undo = async (args: CommandArgs<'roster.undo'>, when = '09:30') =>
    reasonOf(await run(school.cache, 'roster.undo', args, { at: when }));

  test('takes the last part first, each once, and says so in the list', async () => {
    const { importId } = await importInto(school.cache, family, { size: 2 });
    expect(await undo({ importId, part: 1 })).toBe('changedMeanwhile');
    expect(await undo({ importId, part: 3 })).toBe('changedMeanwhile');
    expect(await undo({ importId, part: 2 })).toBe('accepted');
    const [half] = await school.cache.rows('rosterImport');
    expect(half).toMatchObject({ partsDone: 2, partsUndone: 1, undoneAt: at('09:30') });
    expect(await undo({ importId, part: 2 })).toBe('accepted');
    expect(await undo({ importId, part: 1 })).toBe('accepted');
    expect(await school.cache.rows('rosterImport')).toMatchObject([{ partsUndone: 2, classes: '[]' }]);
  });

  test('does not know an import that never was, and none that is too old for the school', async () => {
    expect(await undo({ importId: anId(), part: 1 })).toBe('importUnknown');
    const { importId } = await importInto(school.cache, family);
    expect(await undo({ importId, part: 1 }, at('07:40', '2026-12-24'))).toBe('importTooOld');
    await school.cache.seed(aSetting('importUndoDays', '60'));
    expect(await undo({ importId, part: 1 }, at('07:40', '2026-12-24'))).toBe('accepted');
  });

  test('a part that arrives after the undo has begun is refused', async () => {
    const { importId } = await importInto(school.cache, family.slice(0, 2));
    await undo({ importId, part: 1 });
    const late = { importId, part: 2, parts: 2, files: [], steps: family.slice(2) };
    expect(reasonOf(await run(school.cache, 'roster.apply', late))).toBe('importUndone');
  });

  test('the list tells who read what, and how many rows it was', async () => {
    await importInto(school.cache, family, { size: 2 });
    expect(await school.cache.rows('rosterImport')).toMatchObject([
      { at: at('07:40'), parts: 2, partsDone: 2, rows: 6, partsUndone: 0, undoneAt: null },
    ]);
  });
});

test('an import keeps of what was before only the fields it changed', async () => {
  const { mother, id } = await school.addChild('Emir Yılmaz', '3b');
  await importInto(school.cache, [
    { kind: 'correctStudent', studentId: id, fields: { familyName: 'Yilmaz' } },
    { kind: 'correctGuardian', guardianId: mother.id, fields: {}, addPhones: [], addEmails: [] },
    { kind: 'markLeft', studentId: id, on: MONDAY },
  ]);
  const [kept, ...more] = await school.cache.rows('studentBefore');
  expect(more).toEqual([]);
  expect(await school.cache.rows('guardianBefore')).toEqual([]);
  expect(JSON.parse(kept?.rows ?? '')).toMatchObject([
    { table: 'student', id, before: { familyName: 'Yılmaz', leftOn: null } },
  ]);
  expect(kept?.rows).not.toContain('Emir');
});
