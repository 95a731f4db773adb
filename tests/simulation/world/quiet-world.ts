import { onTestFinished } from 'vitest';
import { World } from './world.ts';

/** A world in which nothing fails by itself: for stories that bring their own faults. Ended with the test. */
export async function quietWorld(seed = 7): Promise<World> {
  const world = new World(seed);
  onTestFinished(() => world.end());
  await world.begin();
  world.calmDown();
  await world.passRounds(2);
  return world;
}
