import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project.ts';
import { runShowingOutput } from './run-command.ts';
import {
  addCounts,
  type Counts,
  closingLine,
  countPlaywright,
  countVitest,
  noCounts,
  withExitStatus,
} from './test-counts.ts';

const VITEST_LAYERS = ['static', 'unit', 'contract', 'server', 'simulation', 'process'];
const LAYERS = [...VITEST_LAYERS, 'e2e'];
const HELP = `npm test [-- LAYER…]
Runs the tests and closes with "N passed, N failed, N skipped". Layers: ${LAYERS.join(', ')}; all by default.
One file: npx vitest run --config config/vitest.ts PATH, or npx playwright test --config config/playwright.ts PATH.`;

const reports = join(projectRoot, 'test-results');

function hasTests(layer: string): boolean {
  return globSync(`tests/${layer}/**/*.{test,spec}.{ts,tsx}`, { cwd: projectRoot }).length > 0;
}

/** Reads a report and forgets it, so that a crash of the next run can't be mistaken for it. */
function counted<Report>(file: string, count: (report: Report) => Counts, status: number): Counts {
  if (!existsSync(file)) {
    console.log('The run ended without a report.');
    return withExitStatus(noCounts, status || 1);
  }
  // The report is written by the test runner we have just called; its shape is pinned with its version.
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return withExitStatus(count(report), status);
}

async function runVitest(layers: string[]): Promise<Counts> {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  console.log(`\n== ${layers.join(', ')}`);
  const projects = layers.map((layer) => `--project=${layer}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--config', 'config/vitest.ts', ...projects, ...reporters];
  const status = await runShowingOutput('node_modules/.bin/vitest', args);
  return counted(report, countVitest, status);
}

async function runPlaywright(): Promise<Counts> {
  const report = join(reports, 'playwright.json');
  rmSync(report, { force: true });
  console.log('\n== e2e, in a real browser');
  const args = ['test', '--config', 'config/playwright.ts', '--reporter=list,json'];
  const status = await runShowingOutput('node_modules/.bin/playwright', args, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return counted(report, countPlaywright, status);
}

async function runLayers(layers: string[]): Promise<Counts> {
  mkdirSync(reports, { recursive: true });
  const present = layers.filter(hasTests);
  const inVitest = present.filter((layer) => layer !== 'e2e');
  let counts = noCounts;
  if (inVitest.length > 0) counts = addCounts(counts, await runVitest(inVitest));
  if (present.includes('e2e')) counts = addCounts(counts, await runPlaywright());
  return counts;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const unknown = positionals.filter((layer) => !LAYERS.includes(layer));
  if (unknown.length > 0) {
    console.error(`There is no layer "${unknown.join(', ')}". Layers: ${LAYERS.join(', ')}.`);
    return 1;
  }
  const began = Date.now();
  const counts = await runLayers(positionals.length > 0 ? positionals : LAYERS);
  const empty = counts.passed + counts.failed + counts.skipped === 0;
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(empty ? '\nNo test ran.' : `\nTests took ${seconds} s.`);
  console.log(closingLine(counts));
  return counts.failed > 0 || empty ? 1 : 0;
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
