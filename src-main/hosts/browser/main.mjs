import * as module from 'node:module';

// Plain JavaScript, and before anything else: whatever is loaded later is compiled, and rid of its types, once.
// The first module with types loads what strips them, which costs each start a tenth of a second.
if (process.features.typescript) {
  module.enableCompileCache();
  await import('./command-line.ts');
} else {
  // So old a Node can't read command-line.ts, which says this of every other that does not fit.
  console.error(
    `Postmappe needs Node 24, but was started with Node ${process.versions.node}. Start it with "npm run app" or "npm start".`,
  );
  process.exitCode = 78;
}
