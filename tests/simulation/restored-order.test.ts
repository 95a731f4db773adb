import { describe, expect, test } from 'vitest';
import { RETURN_DAYS } from '../../src-server/sync/returning-desks.ts';
import { columnNames } from '../../src-shared/tables/registry.ts';
import { quietWorld } from './world/quiet-world.ts';
import { sickNote } from './world/sick-note.ts';
import type { SimDesk } from './world/sim-desk.ts';
import type { World } from './world/world.ts';

const DAY_MS = 86_400_000;

/** Office 1 records an absence and goes home; office 2 corrects it; then the server is an hour older. */
async function correctedAndRestored(world: World): Promise<string> {
  const [first, second] = [world.deskOf('office1'), world.deskOf('office2')];
  const [studentId = ''] = world.school.studentIds;
  await world.server.backUp();
  const note = sickNote(world, studentId, { remark: 'as said at seven' });
  await first.submit('absences.record', note);
  await world.passRounds(2);
  await first.crash();
  const fields = { remark: 'put right at eight' };
  const corrected = await second.submit('absences.correct', {
    absenceId: note.absenceId,
    studentId,
    fields,
  });
  await world.passRounds(2);
  await world.restoreServer();
  await world.passRounds(3);
  return String(Object.values(corrected)[0]);
}

async function remarks(desk: SimDesk): Promise<unknown[]> {
  const at = columnNames('absence').indexOf('remark');
  return (await desk.rows()).absence.map((row) => row[at]);
}

describe('R16: after a restore a correction comes back before what it corrects', () => {
  test('it waits for the other desk, and is done when that is back', async () => {
    const world = await quietWorld();
    const [first, second] = [world.deskOf('office1'), world.deskOf('office2')];
    const corrected = await correctedAndRestored(world);
    expect(await second.outbox()).toEqual({ waiting: [corrected], refused: [] });
    world.clock.advance(3 * DAY_MS);
    await first.start();
    await world.passRounds(2);
    expect(await second.outbox()).toEqual({ waiting: [], refused: [] });
    for (const desk of [first, second]) expect(await remarks(desk)).toEqual(['put right at eight']);
  });

  test('it is shown as refused when nobody brings that back', async () => {
    const world = await quietWorld();
    const second = world.deskOf('office2');
    const corrected = await correctedAndRestored(world);
    world.clock.advance(RETURN_DAYS * DAY_MS);
    await world.passRounds(2);
    expect(await second.outbox()).toEqual({ waiting: [], refused: [corrected] });
  });

  test('what is typed after it is refused at once, as ever', async () => {
    const world = await quietWorld();
    const [first, second] = [world.deskOf('office1'), world.deskOf('office2')];
    await correctedAndRestored(world);
    await first.start();
    await world.passRounds(3);
    const [studentId = ''] = world.school.studentIds;
    const [absenceId] = (await second.rows()).absence[0] ?? [];
    first.link.disconnect();
    const ofAbsence = { absenceId, studentId };
    const late = await first.submit('absences.correct', { ...ofAbsence, fields: { remark: 'too late' } });
    await second.submit('absences.withdraw', ofAbsence);
    await world.passRounds(2);
    first.link.cut = false;
    await world.passRounds(2);
    expect(await first.outbox()).toEqual({ waiting: [], refused: Object.values(late) });
  });
});
