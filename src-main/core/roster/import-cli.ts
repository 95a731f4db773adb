import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inTimeZone } from '../../../src-shared/values/day.ts';
import { uuidV7 } from '../../../src-shared/values/uuid.ts';
import { askPassword } from './ask-password.ts';
import { connectCore } from './connect-core.ts';
import { loadRosterTexts } from './roster-texts.ts';
import { runImport } from './run-import.ts';

/** Birth dates are judged by the day in Germany; the school's own setting is not known before the files are read. */
const TIME_ZONE = 'Europe/Berlin';

// Whoever reads along (`| head`) may stop early; the work goes on, and a trace would help nobody.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runImport(process.argv.slice(2), {
  texts: loadRosterTexts('de'),
  today: inTimeZone(Date.now(), TIME_ZONE).day,
  newId: () => uuidV7(Date.now(), (length) => randomBytes(length)),
  print: (line) => process.stdout.write(`${line}\n`),
  printError: (line) => process.stderr.write(`${line}\n`),
  showProgress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${line ?? ''}\u001b[K`);
  },
  onInterrupt: (stop) => {
    // Once only: whoever presses Ctrl+C a second time means it.
    process.once('SIGINT', stop);
    return () => process.off('SIGINT', stop);
  },
  readFile: (path) => readFile(path),
  askPassword,
  connect: connectCore,
});
