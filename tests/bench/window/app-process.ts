import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../../config/project.ts';
import { DEMO_NOW, DEMO_PASSWORD } from '../harness/demo-morning.ts';

/** The staff app as its own process, serving its window on this machine. */
export interface AppProcess {
  /** Opens the window once. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export interface AppProcessOptions {
  readonly dataFolder: string;
  readonly serverUrl: string;
  readonly userName: string;
}

/** Writes the file that `--password-file` names. @returns its path */
export function writePasswordFile(path: string): string {
  writeFileSync(path, `${DEMO_PASSWORD}\n`, { mode: 0o600 });
  return path;
}

/** Starts `npm run app` signed in, and waits for the address of its window. */
export async function startAppProcess(options: AppProcessOptions, passwordFile: string): Promise<AppProcess> {
  const { dataFolder, serverUrl, userName } = options;
  const args = ['--server', serverUrl, '--data', dataFolder, '--no-open', '--demo-now', DEMO_NOW];
  args.push('--sign-in', userName, '--password-file', passwordFile);
  const child = spawn(process.execPath, [join(projectRoot, 'src-main/hosts/browser/main.mjs'), ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return { address: await windowAddress(child), stop: () => ended(child) };
}

function windowAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const { stdout } = child;
    if (!stdout) return reject(new Error('The app says nothing.'));
    createInterface({ input: stdout }).on('line', (line) => {
      const found = /^Postmappe: (\S+)$/.exec(line);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The app ended with status ${code} before its window.`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
