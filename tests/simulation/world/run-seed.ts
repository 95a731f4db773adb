import { nextAction } from './actions.ts';
import { brokenInvariants } from './invariants.ts';
import { World } from './world.ts';

const STEPS = 60;

/**
 * One run: a storm of actions and faults, then calm, then the checks.
 * @returns what was broken; empty when all held
 */
export async function runSeed(seed: number, steps = STEPS): Promise<string[]> {
  const world = new World(seed);
  try {
    await world.begin();
    for (let step = 0; step < steps; step += 1) await nextAction(world)(world);
    const rounds = await world.heal();
    const broken = await brokenInvariants(world);
    if (rounds === null) broken.push('I10: something still waits although faults have stopped');
    return broken;
  } finally {
    await world.end();
  }
}
