import { columnNames } from '../../../src-shared/tables/registry.ts';
import type { World } from './world.ts';

/** The school year changes as a desk knows the classes: each goes on under its name, and sometimes one leaves. */
export async function changeYear(world: World): Promise<void> {
  const desk = world.officeDesk();
  if (!desk.isUp) return;
  const [id, name, endedOn] = ['id', 'name', 'endedOn'].map((column) =>
    columnNames('schoolClass').indexOf(column),
  );
  const open = (await desk.rows()).schoolClass.filter((row) => row[endedOn ?? 0] === null);
  const leaves = world.chance.happens(0.2);
  const following = open.map((row, index) => ({
    from: row[id ?? 0],
    to: leaves && index === open.length - 1 ? null : world.newId(),
    name: row[name ?? 0],
  }));
  const apart = world.chance.happens(0.3)
    ? [{ studentId: world.chance.oneOf(world.school.studentIds), toClassId: null }]
    : [];
  await desk.submit('classes.changeYear', {
    ...{ changeId: world.newId(), firstDay: world.server.today, apart },
    classes: following.flatMap(({ to, name: called }) =>
      to === null ? [] : [{ classId: to, name: called, gradeLevel: 1 }],
    ),
    moves: following.map(({ from, to }) => ({ fromClassId: from, toClassId: to })),
  });
}

/** Takes a change of the school year back, if a desk knows of one: mostly too late. */
export async function restoreYear(world: World): Promise<void> {
  const desk = world.officeDesk();
  if (!desk.isUp) return;
  const changes = (await desk.rows()).schoolYearChange;
  if (changes.length > 0)
    await desk.submit('classes.restoreYear', { changeId: world.chance.oneOf(changes)[0] });
}
