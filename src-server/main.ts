import * as nodeModule from 'node:module';

/** Case R30: an older Node loads the database driver and then crashes without a word. */
if (Number(process.versions.napi) < 10) {
  console.error(`Postmappe needs Node 24; this is ${process.version}. Please start it with: npm run server`);
  process.exit(78);
}

nodeModule.enableCompileCache();
const { readArguments, usage } = await import('./start/arguments.ts');
const { runServer } = await import('./start/run-server.ts');

try {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    process.exit(0);
  }
  // Heard from the first moment: a stop while the server is still starting waits until it has started.
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
  });
  const server = await runServer(options, (line) => console.log(line));
  void asked.then(server.stop).then(
    () => process.exit(0),
    () => process.exit(1),
  );
} catch (error) {
  const plain = error instanceof Error ? error.message : 'The server could not start.';
  console.error(plain);
  process.exit(1);
}
