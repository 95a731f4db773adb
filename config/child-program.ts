import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectRoot } from './project.ts';

/** How long a program may take to end when asked to. */
const END_WITHIN_MS = 8000;

/** A program of ours that runs beside the launcher. */
export type ChildProgram = {
  /** Its exit status; 1 when a signal ended it. */
  ended: Promise<number>;
  /** Asks it to end, and ends it when it does not. */
  stop: () => Promise<void>;
};

/**
 * Starts a Node program of the project.
 * @param onLine each line it prints, errors too
 */
export function startProgram(
  command: string,
  args: string[],
  onLine: (line: string) => void,
  env: Record<string, string> = {},
): ChildProgram {
  const child = spawn(command, args, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', onLine);
  const ended = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      onLine(error.message);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
