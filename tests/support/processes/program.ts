import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { projectRoot } from '../../../config/project.ts';

/** Longer than anything here takes on a busy machine; a limit, never a wait. */
const PATIENCE_MS = 40_000;

export interface ProgramOptions {
  readonly command?: string;
  readonly env?: Record<string, string>;
}

const running = new Set<ChildProcess>();
// Vitest and Playwright end their workers with `exit`; nothing of ours may outlive them.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A real program of the project in a process of its own, with what it prints. */
export class Program {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #status: number | string | undefined;

  constructor(args: readonly string[], { command = process.execPath, env = {} }: ProgramOptions = {}) {
    this.#child = spawn(command, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    running.add(this.#child);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => this.#hear(line));
    }
    this.#child.once('error', (error) => this.#hear(error.message));
    this.#child.once('close', (code, signal) => {
      running.delete(this.#child);
      this.#status = code ?? signal ?? 'ended';
      this.#tell();
    });
  }

  /** All it has printed, both streams. */
  get output(): string {
    return this.lines.join('\n');
  }

  get processId(): number {
    return this.#child.pid ?? 0;
  }

  /** The first line that matches, printed already or still to come. @throws when the program ends before */
  async line(pattern: RegExp): Promise<RegExpExecArray> {
    const find = () =>
      this.lines.map((line) => pattern.exec(line)).find((found): found is RegExpExecArray => found !== null);
    const found = await this.#until(() => find() ?? (this.#status === undefined ? undefined : null));
    if (found) return found;
    throw new Error(`It ended (${this.#status}) without saying ${pattern}:\n${this.output}`);
  }

  /** Its exit status, or the signal that ended it. */
  ended(): Promise<number | string> {
    return this.#until(() => this.#status);
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended();
  }

  /** Asks it to end. @returns its exit status */
  stop(): Promise<number | string> {
    this.#child.kill('SIGTERM');
    return this.ended();
  }

  #hear(line: string): void {
    this.lines.push(line);
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Looks now and at each sign of life, until there is something. */
  #until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (act: () => void) => {
        clearTimeout(limit);
        this.#listeners.delete(check);
        act();
      };
      const check = () => {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      };
      const limit = setTimeout(
        () => finish(() => reject(new Error(`Nothing happened within ${PATIENCE_MS} ms:\n${this.output}`))),
        PATIENCE_MS,
      );
      this.#listeners.add(check);
      check();
    });
  }
}
