import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The project's own Node 24, whichever Node runs the tests. */
const node = join(root, 'node_modules/.bin/node');
const STARTS_WITHIN_MS = 60_000;

/** How a program ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** A server as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Everything it has said so far, both streams. */
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<Ended>;
}

/** A folder of its own under the system's temporary folder. */
export function newFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'postmappe-process-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts `node src-server/main.ts` and waits until it listens. @throws Error with its words when it ends first. */
export async function startServer(...args: string[]): Promise<ServerProcess> {
  const { child, output, ended } = run(node, ['src-server/main.ts', '--port', '0', ...args]);
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no server within a minute: ${output()}`)),
      STARTS_WITHIN_MS,
    );
    const look = () => {
      const [, found] = /listening on (\S+)/.exec(output()) ?? [];
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    ended.then(
      () => reject(new Error(`the server ended: ${output()}`)),
      () => undefined,
    );
    child.once('exit', () => clearTimeout(timer));
  });
  return {
    url,
    output,
    kill: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the server's entry to its end. */
export function runServerToEnd(...args: string[]): Promise<Ended> {
  return run(node, ['src-server/main.ts', ...args]).ended;
}

/** Runs any program to its end. */
export function runToEnd(program: string, args: readonly string[]): Promise<Ended> {
  return run(program, args).ended;
}

function run(program: string, args: readonly string[]) {
  const child: ChildProcess = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (status, signal) => resolve({ status, signal, output: said })),
  );
  // However a test ends, also by its time limit: nothing goes on running behind it.
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, output: () => said, ended };
}

/** A Node too old for the server, if this machine has one beside the project's own. */
export function oldNode(): string | undefined {
  return ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path));
}

/** Speaks to a server process as a desk would. */
export class HttpDesk {
  readonly #url: string;
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  get token(): string {
    return this.#token;
  }

  async post(path: string, body: object): Promise<Response> {
    return fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify({ protocol: protocolVersion, ...body }),
    });
  }

  /** Signs in; later requests carry the token. */
  async signIn(userName: string, password: string, schoolKey: string | null = null): Promise<void> {
    const deviceId = '01a20c23-c300-7000-800f-0000000000d1';
    const request = { schoolKey, userName, password, deviceId, deviceName: 'PC' };
    const response = await this.post('/session', request);
    const answer = (await response.json()) as { status: string; token?: string };
    if (answer.token === undefined) throw new Error(`not signed in: ${answer.status}`);
    this.#token = answer.token;
  }
}
