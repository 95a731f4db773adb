import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../config/project.ts';

/** A deliberate fault: one text of one file is replaced. */
interface Mutant {
  readonly fault: string;
  readonly file: string;
  readonly find: string;
  readonly replacement: string;
}

/** What a wrong line in the sync code could do; each breaks an invariant that the README names. */
export const mutants: readonly Mutant[] = [
  {
    fault: 'an entry whose answer got lost has its effect again',
    file: 'src-server/sync/decide-entry.ts',
    find: 'if (known) {',
    replacement: 'if (known && known.argsHash === "") {',
  },
  {
    fault: 'what was refused is told as settled',
    file: 'src-server/sync/commit-groups.ts',
    find: "decision.repeated || decision.answer.status !== 'applied'",
    replacement: 'decision.repeated',
  },
  {
    fault: 'rights are not computed anew when they change',
    file: 'src-server/sync/commit-groups.ts',
    find: 'refresh || touchesVisibility(changed) ||',
    replacement: 'refresh ||',
  },
  {
    fault: 'a cursor of another history is taken for known',
    file: 'src-server/sync/school-head.ts',
    find: "return feed?.hash === cursor.hash ? 'known' : 'foreign';",
    replacement: "return feed ? 'known' : 'foreign';",
  },
  {
    fault: 'a desk does not give up rows of a right that has ended',
    file: 'src-main/core/sync/apply-delta.ts',
    find: 'for (const grant of delta.ended) await endGrant(tx, grant);',
    replacement: '',
  },
  {
    fault: 'a desk applies a delta that does not join what it has',
    file: 'src-main/core/sync/apply-delta.ts',
    find: "if ((await readMeta(tx.db, 'cursor')) !== delta.from)",
    replacement: "if ((await readMeta(tx.db, 'cursor')) === null)",
  },
  {
    fault: 'rows that went at the server stay at the desk',
    file: 'src-main/core/sync/apply-delta.ts',
    find: '    removeRows(tx, delta);\n',
    replacement: '',
  },
  {
    fault: 'a desk forgets to send again what a restored server lacks',
    file: 'src-main/core/sync/push.ts',
    find: '    const answers = await pushReadable(tools, token, stored.map(entryFrom));\n',
    replacement: '    const answers: Answer[] = [];\n',
  },
  {
    fault: 'a refusal leaves the outbox without a word',
    file: 'src-main/core/outbox/settle.ts',
    find: '      await keepRefused(tx, entry, refusal, await headOfChain(tx, entry), nowMs);\n',
    replacement: '      await headOfChain(tx, entry);\n',
  },
  {
    fault: 'what was typed about a child that is not theirs any more is not handed to the office',
    file: 'src-server/sync/hand-over.ts',
    find: 'if (!lastCopy && (await seesAll(group, arrival, subjects))) return kept;',
    replacement: 'if (!lastCopy || (await seesAll(group, arrival, subjects))) return kept;',
  },
];

const COPIED = [
  'src-main',
  'src-server',
  'src-shared',
  'tests',
  'config',
  'resources',
  'package.json',
  'tsconfig.json',
];

/**
 * Runs the simulation against a copy of the project with each fault in turn.
 * @param args of the simulation, e.g. `--seeds 80`
 * @returns the faults it did not find
 */
export function survivors(args: readonly string[]): string[] {
  return mutants.flatMap((mutant) => {
    const found = isFound(mutant, args);
    console.log(`${found ? 'found    ' : 'NOT FOUND'} ${mutant.fault}`);
    return found ? [] : [mutant.fault];
  });
}

/** A file with its fault. @throws when the text that the fault replaces is not there once */
export function faulty({ fault, file, find, replacement }: Mutant): string {
  const parts = readFileSync(join(projectRoot, file), 'utf8').split(find);
  if (parts.length !== 2)
    throw new Error(`"${fault}" does not fit ${file} any more: mend tests/simulation/mutants.ts.`);
  return parts.join(replacement);
}

function isFound(mutant: Mutant, args: readonly string[]): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-mutant-'));
  try {
    for (const name of COPIED) cpSync(join(projectRoot, name), join(folder, name), { recursive: true });
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, mutant.file), faulty(mutant));
    const main = join(folder, 'tests/simulation/main.ts');
    return spawnSync(process.execPath, [main, '--first', ...args], { cwd: folder }).status !== 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
