import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beginDemo, demoTime } from './demo-clock.ts';
import { findRunningDemo, type RunningDemo } from './running-demo.ts';
import { type StartArguments, stateFolder } from './start-arguments.ts';

/** Where one demo school lives. */
export type DemoFolder = {
  server: string;
  /** The desk of one demo person. A desk belongs to one host: each seals with a key ring of its own. */
  desk: (userName: string, host: string) => string;
  password: string;
  passwordFile: string;
  /** What the demo's clock shows, `YYYY-MM-DDTHH:MM`. */
  now: string;
  /** The server of this demo, when another start has begun it. */
  running: RunningDemo | null;
  /** Where {@link keepRunningDemo} keeps it. */
  runningFile: string;
};

/**
 * The demo's folder. By default it lasts one demo morning and is then made anew; with `--data` it stays what
 * it is, and only its clock begins again. A demo that runs goes on as it is.
 * @param day `YYYY-MM-DD`
 */
export async function takeDemoFolder(
  { data, demo, demoNow }: StartArguments,
  day: string,
  nowMs: number,
): Promise<DemoFolder> {
  const all = join(stateFolder(process.platform, process.env, homedir()), 'demo');
  const name = `${demoNow?.slice(0, 10) ?? day}-${demo}`;
  const folder = data ?? join(all, name);
  const [clock, runningFile] = [join(folder, 'clock'), join(folder, 'running')];
  const running = await findRunningDemo(runningFile, nowMs);
  const goesOn = running?.now ?? demoNow ?? demoTime(clock, nowMs);
  if (data === null) {
    if (goesOn === null) rmSync(folder, { recursive: true, force: true });
    mkdirSync(all, { recursive: true, mode: 0o700 });
    removeOlder(all, name);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, 'password');
  return {
    server: join(folder, 'server'),
    desk: (userName, host) => join(folder, `desk-${userName}-${host}`),
    password: keptPassword(passwordFile),
    passwordFile,
    now: goesOn ?? beginDemo(clock, day, nowMs),
    running,
    runningFile,
  };
}

function removeOlder(all: string, kept: string): void {
  const others = readdirSync(all).filter(
    (name) => /^\d{4}-\d\d-\d\d-/.test(name) && name < kept.slice(0, 10),
  );
  for (const name of others) rmSync(join(all, name), { recursive: true, force: true });
}

/** Random, so that no demo that somebody forgets on a network has a password everybody knows. */
function keptPassword(file: string): string {
  try {
    const [first = ''] = readFileSync(file, 'utf8').split('\n');
    if (first !== '') return first;
  } catch {
    // None yet.
  }
  const password = `Linde-${randomInt(100_000, 999_999)}`;
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}
