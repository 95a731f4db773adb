import { parseArgs } from 'node:util';
import { runSeed } from './world/run-seed.ts';

const usage = `Usage: npm run simulate -- [--seeds N] [--from S] [--steps N]

Runs the seeded simulation: a server and four staff apps in one process, over lines that lose, double and cut
what they carry, with crashes, rights that move, and backups put back. Prints the seed of each failure.`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '60' },
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
let failed = 0;
for (let seed = from; seed < from + count; seed += 1) {
  const broken = await runSeed(seed, steps);
  if (broken.length > 0) {
    failed += 1;
    console.log(`seed ${seed}: ${broken.join('; ')}`);
  } else if (seed % 10 === 0) console.log(`seed ${seed} held`);
}
console.log(`${count - failed} of ${count} seeds held.`);
process.exit(failed === 0 ? 0 : 1);
