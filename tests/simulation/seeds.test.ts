import { describe, expect, it } from 'vitest';
import { runSeed } from './world/run-seed.ts';

/** A night run asks for more: `npm run simulate -- --seeds 20000`. */
const SEEDS = Number(process.env.POSTMAPPE_SEEDS ?? '40');
const PER_TEST = 5;

describe('several desks, one server, bad lines, crashes, moving rights, restored backups (R01, R03, R06–R08, R12, R16, R17, R25)', () => {
  const starts = Array.from({ length: Math.ceil(SEEDS / PER_TEST) }, (_, index) => 1 + index * PER_TEST);
  it.each(starts)('holds all invariants for five seeds from %i on', async (from) => {
    for (let seed = from; seed < from + PER_TEST; seed += 1) {
      expect(await runSeed(seed), `npm run simulate -- --from ${seed} --seeds 1`).toEqual([]);
    }
  });
});
