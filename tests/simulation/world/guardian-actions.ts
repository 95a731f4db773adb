import { knownTo } from './known-rows.ts';
import type { World } from './world.ts';

/** Two guardians turn out to be one person, as far as a desk knows them: by mistake, too, and offline. */
export async function mergeGuardians(world: World): Promise<void> {
  const desk = world.officeDesk();
  if (!desk.isUp) return;
  const guardians = (await knownTo(desk))('guardian');
  const [kept, lost] = [world.chance.oneOf(guardians), world.chance.oneOf(guardians)];
  if (kept.id === lost.id) return;
  await desk.submit('guardians.merge', {
    ...{ mergeId: world.newId(), guardianId: kept.id, lostGuardianId: lost.id, take: [] },
    contacts: world.chance.oneOf(['both', 'kept', 'lost']),
  });
}

/** Takes a merge back, if a desk knows of one: sometimes after others have worked on. */
export async function separateGuardians(world: World): Promise<void> {
  const desk = world.officeDesk();
  if (!desk.isUp) return;
  const merges = (await knownTo(desk))('guardianMerge');
  if (merges.length === 0) return;
  const { id: mergeId, guardianId } = world.chance.oneOf(merges);
  await desk.submit('guardians.separate', { mergeId, guardianId });
}

/** Custody changes, or a guardian must be told nothing any more, or may be again. */
export async function changeTie(world: World): Promise<void> {
  const desk = world.officeDesk();
  if (!desk.isUp) return;
  const ties = (await knownTo(desk))('guardianship');
  if (ties.length === 0) return;
  const { id: guardianshipId, studentId } = world.chance.oneOf(ties);
  const flag = world.chance.below(2);
  const fields = world.chance.happens(0.6) ? { blocked: flag } : { hasCustody: flag };
  await desk.submit('guardians.correctTie', { guardianshipId, studentId, fields });
}
