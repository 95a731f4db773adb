import { addDays } from '../../../src-shared/values/day.ts';
import type { SimPerson } from './sim-school.ts';
import type { World } from './world.ts';

function aTeacher(world: World): SimPerson {
  return world.chance.oneOf(world.school.people.filter(({ role }) => role === 'teacher'));
}

/** A class is given to somebody for some days, from today or tomorrow. */
export async function appointSubstitute(world: World): Promise<void> {
  const [, classId] = world.chance.oneOf(world.classes);
  const fromDay = addDays(world.server.today, world.chance.below(2));
  const { id: staffId } = aTeacher(world);
  // Before it is said: the rows may be on their way the moment it is.
  world.oracle.isLent(classId, staffId);
  await world.officeDesk().submit('classes.appoint', {
    ...{ assignmentId: world.newId(), classId, staffId, kind: 'substitute' },
    ...{ fromDay, untilDay: addDays(fromDay, world.chance.below(3)) },
  });
}

/** A substitution ends: today, or as if it had never been. */
export async function relieveSubstitute(world: World): Promise<void> {
  const desk = world.officeDesk();
  if (!desk.isUp) return;
  const lent = (await desk.rows()).classAssignment.filter((row) => row.includes('substitute'));
  if (lent.length === 0) return;
  const [assignmentId, classId] = world.chance.oneOf(lent);
  const on = addDays(world.server.today, -world.chance.below(4));
  await desk.submit('classes.relieve', { assignmentId, classId, on });
}

/** A club of some children, led by a teacher. */
export async function foundClub(world: World): Promise<void> {
  const desk = world.officeDesk();
  const [groupId, today] = [world.newId(), world.server.today];
  const span = { fromDay: today, untilDay: addDays(today, 1 + world.chance.below(3)) };
  const found = { groupId, kind: 'club', name: 'AG', rule: null, note: null, ...span };
  if (!('entryId' in (await desk.submit('groups.found', found)))) return;
  const { id: staffId } = aTeacher(world);
  const students = [1, 2].map(() => ({
    membershipId: world.newId(),
    studentId: world.chance.oneOf(world.school.studentIds),
  }));
  for (const { studentId } of students) world.oracle.becomesOwn(staffId, studentId);
  await desk.submit('groups.appointLead', { leadId: world.newId(), groupId, staffId, ...span });
  await desk.submit('groups.admitStudents', { groupId, students, ...span });
}
