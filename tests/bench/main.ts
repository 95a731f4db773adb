import { parseArgs } from 'node:util';
import { type Bench, benches } from './benches.ts';
import { tableHead, tableRow } from './print-table.ts';
import type { Emit } from './result.ts';

const help = `npm run bench -- NAME… [--json]

Measures the product and, in the same run on the same data, a floor: the same work done as plainly as can be.

${Object.entries(benches)
  .map(([name, { about }]) => `  ${name.padEnd(12)}${about}`)
  .join('\n')}
  all         all of them

  --json      one JSON object a line instead of a table
  --help      this text

Times on a busy machine mean little; the ratio to the floor does. The aims are those of docs/speed.md.`;

class Mistake extends Error {}

/** @throws {Mistake} with a sentence for the person who typed it */
function readArguments(): { names: string[]; json: boolean; help: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    return { names: positionals, json: values.json ?? false, help: values.help ?? false };
  } catch {
    throw new Mistake('Only --json and --help are known; "npm run bench -- --help" says more.');
  }
}

function chosen(names: readonly string[]): Bench[] {
  if (names.length === 0) {
    throw new Mistake(`Which one? Give a name: ${[...Object.keys(benches), 'all'].join(', ')}.`);
  }
  if (names.includes('all')) return Object.values(benches);
  return names.map((name) => {
    const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
    if (bench) return bench;
    throw new Mistake(
      `There is no benchmark "${name}"; there are ${[...Object.keys(benches), 'all'].join(', ')}.`,
    );
  });
}

async function main(): Promise<void> {
  const { names, json, help: helpWanted } = readArguments();
  if (helpWanted) {
    console.log(help);
    return;
  }
  const asked = chosen(names);
  if (!json) console.log(tableHead());
  const emit: Emit = (result) => console.log(json ? JSON.stringify(result) : tableRow(result));
  for (const { load } of asked) await (await load())(emit);
}

main().catch((error: unknown) => {
  console.error(error instanceof Mistake ? error.message : error);
  process.exit(1); // child processes that still wait for a question end with this one
});
