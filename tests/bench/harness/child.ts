import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a child can be asked, by name. */
export type Handlers = { readonly [name: string]: (args: never) => unknown };

export interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: unknown;
}

/** A process of its own that does one part of a benchmark. */
export interface Child<H extends Handlers> {
  readonly pid: number;
  ask<N extends keyof H & string>(name: N, args: Parameters<H[N]>[0]): Promise<Awaited<ReturnType<H[N]>>>;
  /** Lets the child go and waits until it has ended. */
  stop(): Promise<void>;
}

type Reply = { id: number; value: unknown } | { id: number; error: string } | { ready: true };
type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void };

/** Starts a module that calls `answerParent` and waits until it is ready. */
export async function startChild<H extends Handlers>(
  module: URL,
  env: Readonly<Record<string, string>> = {},
): Promise<Child<H>> {
  const child = fork(fileURLToPath(module), [], {
    execArgv: [],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  await readyOf(child, waiting);
  let count = 0;
  return {
    pid: child.pid ?? 0,
    ask: (name, args) =>
      new Promise((resolve, reject) => {
        const id = ++count;
        waiting.set(id, { resolve, reject });
        child.send({ id, name, args } satisfies Question);
      }),
    stop: () => stopped(child),
  };
}

function readyOf(child: ChildProcess, waiting: Map<number, Waiting>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (reply: Reply) => {
      if ('ready' in reply) return resolve();
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) asked?.reject(new Error(reply.error));
      else asked?.resolve(reply.value as never); // the child's handler made it, by the type of Child.ask
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      const ended = new Error(`A child process of the benchmark ended with status ${code}.`);
      reject(ended);
      for (const asked of waiting.values()) asked.reject(ended);
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    if (child.connected) child.disconnect();
    else child.kill();
  });
}
