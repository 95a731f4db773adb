import { parseArgs } from 'node:util';
import { survivors } from './mutants.ts';
import { runSeed } from './world/run-seed.ts';

const usage = `Usage: npm run simulate -- [--seeds N] [--from S] [--steps N] [--first] [--mutants]

Runs the seeded simulation: a server and four staff apps in one process, over lines that lose, double and cut
what they carry, with crashes, rights that move, and backups put back. Prints the seed of each failure. --first: ends at the first failure.
--mutants: puts deliberate faults into a copy of the code, one at a time, and says which of them are found.`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
    first: { type: 'boolean' },
    mutants: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const [count, from, steps] = [values.seeds, values.from, values.steps].map(Number);
if (!count || from === undefined || Number.isNaN(from) || !steps) {
  console.error('--seeds, --from and --steps take whole numbers (--help says more).');
  process.exit(2);
}
if (values.mutants) {
  const missed = survivors(['--seeds', values.seeds, '--from', values.from, '--steps', values.steps]);
  process.exit(missed.length === 0 ? 0 : 1);
}
let failed = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const broken = await runSeed(seed, steps);
  if (broken.length > 0) {
    failed += 1;
    console.log(`seed ${seed}: ${broken.join('; ')}`);
    if (values.first) break;
  } else if (seed % 10 === 0) console.log(`seed ${seed} held`);
}
console.log(`${count - failed} of ${count} seeds held.`);
process.exit(failed === 0 ? 0 : 1);
