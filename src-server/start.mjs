/**
 * The server's entry for whoever starts it without npm (systemd, a shell): an older Node can't even read
 * main.ts, so what to do is said here (R30). Plain JavaScript, nothing an old Node lacks.
 */
if (Number(process.versions.napi) < 10) {
  console.error(`Postmappe needs Node 24; this is ${process.version}. Please start it with: npm run server`);
  process.exit(78);
}
await import('./main.ts');
