import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectRoot } from './project.ts';
import { runShowingOutput } from './run-command.ts';

const HELP = `npm run dist [-- OPTIONS]
Builds the app and packs the installers of this system into dist/packages. Needs Electron's program: it is
fetched where the network allows that, or taken from a folder.
  -c.electronDist=DIR   a folder with Electron's program
Anything else goes to electron-builder as it is (https://www.electron.build/cli).`;

const NO_ELECTRON =
  "Electron's program can't be fetched from here. Name a folder that has it: npm run dist -- -c.electronDist=DIR";

/** Runs electron-builder. What it says is shown without the stack of its own calls. @returns the exit status */
function pack(args: readonly string[]): Promise<number> {
  const builder = spawn('node_modules/.bin/electron-builder', ['--config', 'electron-builder.yml', ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let unfetched = false;
  for (const stream of [builder.stdout, builder.stderr]) {
    createInterface(stream).on('line', (line) => {
      unfetched ||= /ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|status code \d/.test(line);
      if (!/^\s+at /.test(line)) console.log(line.replace(/\s+(failedTask|stackTrace)=.*/, ''));
    });
  }
  return new Promise((resolve) => {
    builder.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    builder.once('close', (code) => {
      if (code !== 0 && unfetched) console.error(NO_ELECTRON);
      resolve(code ?? 1);
    });
  });
}

const args = process.argv.slice(2);
if (args.includes('--help')) console.log(HELP);
else process.exitCode = (await runShowingOutput('npm', ['run', '--silent', 'build'])) || (await pack(args));
