import { expect, test } from 'vitest';
import { columnNames, type TableName } from '../../src-shared/tables/registry.ts';
import { brokenInvariants } from './world/invariants.ts';
import { quietWorld } from './world/quiet-world.ts';
import { sickNote } from './world/sick-note.ts';
import type { SimDesk } from './world/sim-desk.ts';
import type { World } from './world/world.ts';

/** 1a becomes 2a, 2b becomes 3b, and 3c leaves. */
function wishOf(world: World) {
  const ids = new Map(world.classes);
  const [second, third] = [world.newId(), world.newId()];
  return {
    ...{ changeId: world.newId(), firstDay: world.server.today, apart: [] },
    classes: [
      { classId: second, name: '2a', gradeLevel: 2 },
      { classId: third, name: '3b', gradeLevel: 3 },
    ],
    moves: [
      { fromClassId: ids.get('1a'), toClassId: second },
      { fromClassId: ids.get('2b'), toClassId: third },
      { fromClassId: ids.get('3c'), toClassId: null },
    ],
  };
}

async function cellOf(desk: SimDesk, table: TableName, id: string, column: string): Promise<unknown> {
  const row = (await desk.rows())[table].find(([own]) => own === id);
  return row?.[columnNames(table).indexOf(column)];
}

function childOf(world: World, className: string): string {
  const classId = new Map(world.classes).get(className);
  return world.school.rows.student?.find((one) => one.classId === classId)?.id ?? '';
}

test('the year changes at a desk without a network, and others work on: all come to the same', async () => {
  const world = await quietWorld();
  const [office, other, teacher] = [
    world.deskOf('office1'),
    world.deskOf('office2'),
    world.deskOf('teacher-1a'),
  ];
  const [ours, leaver] = [childOf(world, '1a'), childOf(world, '3c')];
  for (const desk of [office, teacher]) desk.link.disconnect();
  const wish = wishOf(world);
  await office.submit('classes.changeYear', wish);
  // At once at its own desk, also without the server.
  expect(await cellOf(office, 'student', ours, 'classId')).toBe(wish.classes[0]?.classId);
  await teacher.submit('absences.record', sickNote(world, ours, { remark: 'typed offline' }));
  const [enrolled, classId] = [world.newId(), new Map(world.classes).get('2b') ?? ''];
  world.oracle.inClass(enrolled, classId);
  await other.submit('students.enrol', {
    ...{ studentId: enrolled, givenName: 'Ida', familyName: 'Neu', birthDate: null, allDayCare: 0 },
    ...{ lunch: 0, earlyPickupAt: null, classId },
  });
  await world.passRounds(2);
  for (const desk of [office, teacher]) desk.link.cut = false;
  await world.passRounds(3);

  expect(await brokenInvariants(world)).toEqual([]);
  for (const desk of [office, other, teacher])
    expect(await cellOf(desk, 'student', ours, 'classId')).toBe(wish.classes[0]?.classId);
  // A child the changing desk had never heard of went along.
  expect(await cellOf(office, 'student', enrolled, 'classId')).toBe(wish.classes[1]?.classId);
  expect((await teacher.rows()).absence.map(([, studentId]) => studentId)).toContain(ours);
  expect(await cellOf(other, 'student', leaver, 'leftOn')).not.toBeNull();
});

test('two desks change the year without a network: one has its way, the other is told, and undo restores', async () => {
  const world = await quietWorld();
  const [office, other] = [world.deskOf('office1'), world.deskOf('office2')];
  const before = JSON.stringify((await office.rows()).student);
  for (const desk of [office, other]) desk.link.disconnect();
  const [first, second] = [wishOf(world), wishOf(world)];
  await office.submit('classes.changeYear', first);
  const late = await other.submit('classes.changeYear', second);
  office.link.cut = false;
  await world.passRounds(2);
  other.link.cut = false;
  await world.passRounds(3);
  expect((await other.outbox()).refused).toEqual(Object.values(late));
  expect((await other.rows()).schoolClass.map(([id]) => id)).not.toContain(second.classes[0]?.classId);
  await other.submit('classes.restoreYear', { changeId: first.changeId });
  await world.passRounds(2);
  expect(JSON.stringify((await office.rows()).student)).toBe(before);
  expect(await brokenInvariants(world)).toEqual([]);
});
