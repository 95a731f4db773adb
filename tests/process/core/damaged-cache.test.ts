import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../support/desk/scratch-folder.ts';
import { AbandonedDesk, calm, flipByte } from '../../support/desk/unsent-calls.ts';

const PLACES = 50;

test('R14: a cache damaged at any of fifty places is noticed, replaced, and no call is lost', async () => {
  const left = await AbandonedDesk.in(scratchFolder());
  await left.leaveCalls();
  const good = new Map(readdirSync(left.folder).map((name) => [name, readFileSync(join(left.folder, name))]));
  const path = left.cacheFile;
  const size = readFileSync(path).length;
  const outcomes = new Set<string>();
  for (let place = 0; place < PLACES; place += 1) {
    for (const name of readdirSync(left.folder)) rmSync(join(left.folder, name));
    for (const [name, bytes] of good) writeFileSync(join(left.folder, name), bytes);
    await left.forgetServer();
    flipByte(path, Math.floor(((place + 0.5) * size) / PLACES));

    const desk = await left.startAgain();
    await calm(desk);
    await desk.ask('today.office', {}); // the damage may be found only now
    await calm(desk);
    const { students, absent } = await desk.get('today.office', {});
    expect([place, students, absent]).toEqual([place, 12, 3]);
    expect(await left.absencesOnServer()).toHaveLength(3);
    const { rescue } = await desk.get('session.state', {});
    expect(rescue?.listed ?? []).toEqual([]);
    outcomes.add(rescue === null ? 'the page was not needed' : 'rescued');
    await desk.close();
  }
  expect(outcomes).toContain('rescued');
});
