import { pathToFileURL } from 'node:url';
import { driverProblem, EXIT_WRONG_NODE } from '../../core/database/native-driver.ts';

/** Case R30: with an older Node the database driver takes the process down without a word. */
const problem = driverProblem(process.versions);
if (problem) {
  console.error(problem);
  process.exit(EXIT_WRONG_NODE);
}

const { buildProblem, coreEntry } = await import('./built-app.ts');
const { CoreThread } = await import('./core-thread.ts');
// The core loads while this thread loads what it needs itself and reads what it was told.
const core = buildProblem() ? undefined : new CoreThread(pathToFileURL(coreEntry));
const { readAppArguments, usage } = await import('./app-arguments.ts');
const { runApp } = await import('./run-app.ts');

try {
  const options = readAppArguments(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    process.exit(0);
  }
  if (!core) throw new Error(buildProblem());
  const app = await runApp(options, core, (line) => console.log(line));
  const end = () =>
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  await app.ended;
  await end();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The app could not start.');
  process.exit(1);
}
