import { ensureElectron } from '../src-main/hosts/electron/find-binary.ts';
import { demoTimeZone } from '../src-shared/values/demo-clock.ts';
import { type ChildProgram, startProgram } from './child-program.ts';
import { type DemoFolder, takeDemoFolder } from './demo-folder.ts';
import { ensureAppBuilt } from './ensure-build.ts';
import { projectRoot } from './project.ts';
import { keepRunningDemo } from './running-demo.ts';
import {
  demoPeople,
  readStartArguments,
  type StartArguments,
  StartMistake,
  usage,
} from './start-arguments.ts';

const say = (line: string) => console.log(line);

/** The school's day, in the time zone of the demo. */
function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: demoTimeZone }).format();
}

/** Everything that was started, to be ended in reverse, whatever happens. */
class Programs {
  readonly #running: ChildProgram[] = [];

  add(program: ChildProgram): ChildProgram {
    this.#running.push(program);
    return program;
  }

  async stopAll(): Promise<void> {
    for (const program of this.#running.splice(0).reverse()) await program.stop();
  }
}

/**
 * Starts the demo school's server.
 * @returns its address
 * @throws {StartMistake} with what it said when it can't start
 */
async function startServer(folder: DemoFolder, options: StartArguments, programs: Programs): Promise<string> {
  const lines: string[] = [];
  let listening = (_url: string) => {};
  const url = new Promise<string>((resolve) => {
    listening = resolve;
  });
  const args = ['src-server/main.ts', '--data', folder.server, '--port', '0', '--demo', options.demo];
  args.push('--demo-password', folder.password);
  args.push('--demo-now', folder.now);
  const program = startProgram(process.execPath, args, (line) => {
    lines.push(line);
    const found = /^listening on (\S+)/.exec(line);
    if (found?.[1]) listening(found[1]);
    else if (line.startsWith('Filling')) say(line);
  });
  programs.add(program);
  const failed = program.ended.then(() => {
    throw new StartMistake(lines.at(-1) ?? 'The demo school could not be started.');
  });
  return Promise.race([url, failed]);
}

/** The program that shows the app: Electron where it can run, else the browser host. */
async function chooseHost(
  options: StartArguments,
): Promise<{ name: string; command: string; args: string[] }> {
  const args = ['src-main/hosts/browser/main.mjs'];
  const browserHost = { name: 'browser', command: process.execPath, args };
  if (!options.open) return browserHost;
  const machine = { platform: process.platform, env: process.env, userId: process.getuid?.() };
  const electron = await ensureElectron({ root: projectRoot, machine, say });
  if (electron.kind === 'missing') {
    if (electron.why === 'notFetched')
      say('Electron is not on this computer; the app opens in a browser window.');
    return browserHost;
  }
  // Loaded only here: the bundler takes a second to load.
  const { buildMain } = await import('./build-main.ts');
  await buildMain(projectRoot, 'electron');
  return { name: 'electron', command: electron.binary, args: [projectRoot, '--demo'] };
}

async function startApp(folder: DemoFolder, server: string, options: StartArguments): Promise<ChildProgram> {
  const host = await chooseHost(options);
  const userName = demoPeople[options.as];
  const data = folder.desk(userName, host.name);
  const args = [...host.args, '--server', server, '--data', data, '--port', options.port];
  args.push('--sign-in', userName, '--password-file', folder.passwordFile);
  if (!options.open) args.push('--no-open');
  args.push('--demo-now', folder.now);
  say(`Signed in as ${userName}; all demo people have the password ${folder.password}`);
  return startProgram(host.command, args, say);
}

/** Runs demo and app until the window is closed. @returns the exit status */
async function run(options: StartArguments, programs: Programs): Promise<number> {
  const folder = await takeDemoFolder(options, today(), Date.now());
  const starting = folder.running
    ? Promise.resolve(folder.running.url)
    : startServer(folder, options, programs);
  starting.catch(() => undefined); // looked at below, when the app is built
  await ensureAppBuilt();
  const server = await starting;
  if (folder.running) say(`Demo school: ${server} (running already; it ends with the start that began it)`);
  else {
    say(`Demo school: ${server}`);
    keepRunningDemo(folder.runningFile, { url: server, now: folder.now }, Date.now());
  }
  const app = programs.add(await startApp(folder, server, options));
  return app.ended;
}

async function main(): Promise<number> {
  const options = readStartArguments(process.argv.slice(2));
  if (options.help) {
    say(usage);
    return 0;
  }
  const programs = new Programs();
  const ended = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0));
  });
  try {
    return await Promise.race([run(options, programs), ended]);
  } finally {
    await programs.stopAll();
  }
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
