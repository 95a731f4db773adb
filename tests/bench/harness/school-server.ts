import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../../config/project.ts';
import { DEMO_NOW, DEMO_PASSWORD } from './demo-morning.ts';
import { peakMemoryIn } from './monotonic.ts';

/** A real server in a process of its own, with the demo school. */
export interface SchoolServer {
  readonly url: string;
  /** When its demo clock began to run, in ms since the epoch. */
  readonly startedAtMs: number;
  /** MB so far. */
  readonly peakMemory: () => number | undefined;
  readonly stop: () => Promise<void>;
}

export interface SchoolServerOptions {
  readonly dataFolder: string;
  readonly demo: 'small' | 'large';
  /** `postgres://…`; without it, the embedded encrypted file. */
  readonly database?: string;
}

/** Starts `npm run server` as anybody would and waits until it listens. */
export async function startSchoolServer(options: SchoolServerOptions): Promise<SchoolServer> {
  const { dataFolder, demo, database } = options;
  const args = ['--data', dataFolder, '--port', '0', '--demo', demo, '--demo-now', DEMO_NOW];
  args.push('--demo-password', DEMO_PASSWORD, ...(database ? ['--database', database] : []));
  const startedAtMs = Date.now();
  const child = spawn(process.execPath, [join(projectRoot, 'src-server/main.ts'), ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return {
    url: await listeningAddress(child),
    startedAtMs,
    peakMemory: () => peakMemoryOf(child.pid ?? 0),
    stop: () => ended(child),
  };
}

function listeningAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (!stdout) return reject(new Error('The server says nothing.'));
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /^listening on (\S+)$/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The server ended with status ${code} before it listened.`)),
    );
  });
}

function peakMemoryOf(pid: number): number | undefined {
  try {
    return peakMemoryIn(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return undefined; // not Linux
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
