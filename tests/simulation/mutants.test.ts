import { expect, test } from 'vitest';
import { faulty, mutants } from './mutants.ts';

test.each(mutants)('a fault for the simulation to find still fits the code: $fault', (mutant) => {
  expect(faulty(mutant)).toContain(mutant.replacement);
});
