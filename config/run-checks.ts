import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectRoot } from './project.ts';
import { type Finished, runKeepingOutput } from './run-command.ts';

const HELP = `npm run check [-- --only NAME]
Runs format and lint (biome), the types of each environment (tsc:…), import rules (imports), sizes,
purity of src-shared (purity) and dead code (knip); shows the output of what fails.
  --only NAME   only the checks whose name begins with NAME, for example --only tsc`;

/** The machines this is built on have two cores. */
const AT_ONCE = 2;
const ENVIRONMENTS: Record<string, string> = {
  shared: 'src-shared/**/*.ts',
  server: 'src-server/**/*.ts',
  core: 'src-main/core/**/*.ts',
  'host-browser': 'src-main/hosts/browser/**/*.ts',
  'host-electron': 'src-main/hosts/electron/**/*.ts',
  renderer: 'src-renderer/**/*.{ts,tsx}',
  tests: 'tests/**/*.{ts,tsx}',
  config: 'config/**/*.ts',
};

type Check = { name: string; program: string; args: string[] };

const own = (file: string) => ['node', `config/${file}`] as const;

function allChecks(): Check[] {
  const check = (name: string, program: string, ...args: string[]): Check => ({ name, program, args });
  const environments = Object.keys(ENVIRONMENTS).filter(
    (name) => globSync(ENVIRONMENTS[name] ?? '', { cwd: projectRoot }).length > 0,
  );
  return [
    check('biome', 'biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'),
    ...environments.map((name) => check(`tsc:${name}`, 'tsc', '-p', `config/tsconfig.${name}.json`)),
    check('imports', ...own('check-imports.ts')),
    check('sizes', ...own('check-sizes.ts')),
    check('purity', ...own('check-purity.ts')),
    check('knip', 'knip', '--config', 'config/knip.jsonc', '--no-progress', '--no-config-hints'),
  ];
}

function report(check: Check, { ok, output, seconds }: Finished): void {
  const lastLine = output.trimEnd().split('\n').at(-1) ?? '';
  const remark = ok && check.program === 'node' ? `  ${lastLine}` : '';
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${check.name.padEnd(18)} ${seconds.toFixed(1)} s${remark}`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, '  | '));
}

/** Runs the checks, `AT_ONCE` at a time. @returns the names of those that failed */
async function runAll(checks: Check[]): Promise<string[]> {
  const waiting = [...checks];
  const failed: string[] = [];
  async function work(): Promise<void> {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const finished = await runKeepingOutput(`node_modules/.bin/${check.program}`, check.args);
      report(check, finished);
      if (!finished.ok) failed.push(check.name);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const checks = allChecks().filter(({ name }) => name.startsWith(values.only ?? ''));
  if (checks.length === 0) {
    console.error(`There is no check whose name begins with "${values.only}".`);
    return 1;
  }
  const failed = await runAll(checks);
  const outcome = failed.length === 0 ? 'all passed' : `failed: ${failed.join(', ')}`;
  console.log(`${checks.length} checks, ${outcome}.`);
  return failed.length === 0 ? 0 : 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
