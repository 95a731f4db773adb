import { expect, test } from 'vitest';
import { quietWorld } from './world/quiet-world.ts';
import { sickNote } from './world/sick-note.ts';

test('I7: a refusal is shown although its answer got lost and the stream went on', async () => {
  const world = await quietWorld();
  const [first, second] = [world.deskOf('office1'), world.deskOf('office2')];
  const [studentId = ''] = world.school.studentIds;
  const note = sickNote(world, studentId);
  await first.submit('absences.record', note);
  await world.passRounds(2);

  const ofAbsence = { absenceId: note.absenceId, studentId };
  first.link.weather = { ...first.link.weather, lostAnswer: 1 };
  const [, corrected] = await Promise.all([
    second.submit('absences.withdraw', ofAbsence),
    first.submit('absences.correct', { ...ofAbsence, fields: { remark: 'said in the same moment' } }),
  ]);
  await world.settle();
  world.calmDown();
  await world.passRounds(3);
  expect(await first.outbox()).toEqual({ waiting: [], refused: [Object.values(corrected)[0]] });
});
