import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, type Handlers, startChild } from './child.ts';
import { type Undo, withCleanup } from './cleanup.ts';
import { type SchoolServer, startSchoolServer } from './school-server.ts';

/** Where one benchmark works: everything it starts here is ended, and every file removed, when it is over. */
export interface Lab {
  /** A path that nothing has used before. */
  readonly fresh: (name: string) => string;
  readonly later: Undo;
  /** A process of its own; see `startChild`. */
  readonly child: <H extends Handlers>(
    module: URL,
    env?: Readonly<Record<string, string>>,
  ) => Promise<Child<H>>;
  /** A real server with a demo school. */
  readonly school: (demo: 'small' | 'large', database?: string) => Promise<SchoolServer>;
}

/** Does the work in a lab of its own. */
export function withLab<T>(work: (lab: Lab) => Promise<T>): Promise<T> {
  return withCleanup((later) => work(makeLab(later)));
}

function makeLab(later: Undo): Lab {
  const folder = mkdtempSync(join(tmpdir(), 'postmappe-bench-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  const fresh = (name: string) => join(folder, `${++count}-${name}`);
  return {
    fresh,
    later,
    async child<H extends Handlers>(module: URL, env?: Readonly<Record<string, string>>) {
      const started = await startChild<H>(module, env);
      later(started.stop);
      return started;
    },
    async school(demo, database) {
      const options = { dataFolder: fresh('server'), demo, ...(database ? { database } : {}) };
      const server = await startSchoolServer(options);
      later(server.stop);
      return server;
    },
  };
}
