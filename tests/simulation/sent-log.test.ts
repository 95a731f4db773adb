import { expect, test } from 'vitest';
import { quietWorld } from './world/quiet-world.ts';

const DAY_MS = 86_400_000;

test('what was sent is forgotten after thirty days, from the file too, also by a server that was never restored', async () => {
  const world = await quietWorld();
  const office = world.deskOf('office1');
  const callId = world.newId();
  await office.submit('calls.park', { callId, label: 'XTYPEDX', draft: {} });
  await world.passRounds(2);
  await office.submit('calls.discard', { callId });
  await world.passRounds(2);
  expect(await office.holdsText('XTYPEDX')).toBe(true);
  world.clock.advance(29 * DAY_MS);
  await world.passRounds(2);
  expect(await office.holdsText('XTYPEDX')).toBe(true);
  world.clock.advance(2 * DAY_MS);
  await world.passRounds(2);
  expect(await office.holdsText('XTYPEDX')).toBe(false);
});
