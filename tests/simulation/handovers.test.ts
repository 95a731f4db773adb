import { describe, expect, test } from 'vitest';
import { columnNames } from '../../src-shared/tables/registry.ts';
import { quietWorld } from './world/quiet-world.ts';
import { sickNote } from './world/sick-note.ts';
import type { SimDesk } from './world/sim-desk.ts';
import type { World } from './world/world.ts';

const DAY_MS = 86_400_000;

/** A child of a class. */
function childOf(world: World, className: string): string {
  const { student = [], schoolClass = [] } = world.school.rows;
  const classId = schoolClass.find(({ name }) => name === className)?.id;
  return student.find((one) => one.classId === classId)?.id ?? '';
}

async function move(world: World, studentId: string, className: string): Promise<void> {
  const steps = [{ kind: 'moveStudent', studentId, className }];
  const args = { importId: world.newId(), part: 1, parts: 1, steps };
  await world.deskOf('office1').submit('roster.apply', args);
  await world.passRounds(2);
}

/** What the office finds among the handovers: the typed arguments. */
async function handedOver(desk: SimDesk): Promise<unknown[]> {
  const at = columnNames('handover').indexOf('args');
  return (await desk.rows()).handover.map((row) => JSON.parse(String(row[at])));
}

describe('I7, S15: what a teacher typed offline about a child that is not theirs any more', () => {
  test('lies with the office once they are back, whole, and leaves their desk', async () => {
    const world = await quietWorld();
    const [teacher, office] = [world.deskOf('teacher-1a'), world.deskOf('office2')];
    const studentId = childOf(world, '1a');
    teacher.link.disconnect();
    const note = sickNote(world, studentId, { remark: 'XTYPEDX since Sunday' });
    const recorded = await teacher.submit('absences.record', note);
    const fields = { remark: 'XTYPEDX and coughs' };
    const corrected = await teacher.submit('absences.correct', {
      absenceId: note.absenceId,
      studentId,
      fields,
    });
    await move(world, studentId, '2b');
    teacher.link.cut = false;
    await world.passRounds(3);

    const typed = await handedOver(office);
    expect(typed).toContainEqual(note);
    expect(typed).toContainEqual({ absenceId: note.absenceId, studentId, fields });
    const ids = [recorded, corrected].flatMap((one) => Object.values(one));
    expect((await teacher.outbox()).refused.sort()).toEqual(ids.sort());
    expect(await teacher.holdsText('XTYPEDX')).toBe(false);
  });

  test('also when their right had run out before, by the calendar of their own desk', async () => {
    const world = await quietWorld();
    const [teacher, office] = [world.deskOf('teacher-1a'), world.deskOf('office1')];
    const studentId = childOf(world, '3c');
    teacher.link.disconnect();
    const note = sickNote(world, studentId, { remark: 'XTYPEDX while standing in' });
    await teacher.submit('absences.record', note);
    world.clock.advance(2 * DAY_MS);
    await world.passRounds(1);
    expect((await teacher.rows()).studentDetail.map(([id]) => id)).not.toContain(studentId);
    teacher.link.cut = false;
    await world.passRounds(3);
    expect(await handedOver(office)).toEqual([note]);
    expect(await teacher.holdsText('XTYPEDX')).toBe(false);
  });
});

test('I1, R16: what a teacher sent about a child that is not theirs any more comes back after a restore', async () => {
  const world = await quietWorld();
  const [teacher, office] = [world.deskOf('teacher-1a'), world.deskOf('office2')];
  const studentId = childOf(world, '1a');
  await world.server.backUp();
  const note = sickNote(world, studentId, { remark: 'XTYPEDX' });
  await teacher.submit('absences.record', note);
  await world.passRounds(3);
  await move(world, studentId, '2b');
  await world.passRounds(3);
  expect(await teacher.holdsText('XTYPEDX')).toBe(false);
  await world.restoreServer();
  await world.passRounds(4);
  // Which comes first, the move or the note, is up to the desks: it stands in the books, or lies with the office.
  const at = columnNames('absence').indexOf('remark');
  const recorded = (await office.rows()).absence.map((row) => row[at]);
  expect([...recorded, JSON.stringify(await handedOver(office))].join()).toContain('XTYPEDX');
});

test('I7: what lies with the office is there again after a restore to the day before', async () => {
  const world = await quietWorld();
  const [teacher, office] = [world.deskOf('teacher-1a'), world.deskOf('office2')];
  const studentId = childOf(world, '1a');
  teacher.link.disconnect();
  const note = sickNote(world, studentId, { remark: 'XTYPEDX' });
  await teacher.submit('absences.record', note);
  await move(world, studentId, '2b');
  await world.server.backUp();
  teacher.link.cut = false;
  await world.passRounds(3);
  expect(await handedOver(office)).toEqual([note]);
  await world.restoreServer();
  await world.passRounds(4);
  expect(await handedOver(office)).toEqual([note]);
});
