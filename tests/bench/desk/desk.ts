import { type Core, startCore } from '../../../src-main/core/core.ts';
import { createPaperRenderer } from '../../../src-main/core/paper/render.ts';
import { createHttpTransport } from '../../../src-main/core/sync/http-transport.ts';
import type { ChangeNotice } from '../../../src-shared/contract/message.ts';
import type {
  OperationArgs,
  OperationResult,
  StaffContract,
} from '../../../src-shared/contract/staff-contract.ts';
import { DEMO_PASSWORD } from '../harness/demo-morning.ts';
import { benchEnvironment, type DeskPlace } from './bench-environment.ts';
import { type PausableTransport, pausable } from './pausable-transport.ts';

/** A staff core as a window sees it, with typed questions. */
export interface Desk {
  readonly line: PausableTransport;
  ask<N extends keyof StaffContract & string>(name: N, args: OperationArgs<N>): Promise<OperationResult<N>>;
  /** Resolves with the first notice, from now on, that names one of the topics and then passes the test. */
  until(topics: readonly string[], holds: () => Promise<boolean> | boolean): Promise<void>;
  onChange(listener: (notice: ChangeNotice) => void): () => void;
  /** Resolves when nothing is being synced. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a real core in `place.dataFolder`, with the passwords' full cost. */
export async function openDesk(place: DeskPlace): Promise<Desk> {
  const transport = createHttpTransport({ url: place.serverUrl });
  const line = pausable(transport);
  const environment = benchEnvironment(place, line.transport);
  const renderer = createPaperRenderer({ resourcesFolder: environment.resourcesFolder });
  const core = await startCore(environment, { renderer });
  return {
    line,
    ask: asker(core),
    until: (topics, holds) => until(core, topics, holds),
    onChange: (listener) => core.onChange(listener),
    idle: () => core.idle(),
    async close() {
      await core.close();
      await transport.close();
    },
  };
}

/** Signs in; throws when the desk refuses. */
export async function signIn(desk: Desk, userName: string): Promise<void> {
  const answer = await desk.ask('session.signIn', { userName, password: DEMO_PASSWORD });
  if (answer.status !== 'signedIn') throw new Error(`The demo refused to sign in: ${answer.reason}.`);
}

function asker(core: Core): Desk['ask'] {
  let count = 0;
  return async (operation, args) => {
    const response = await core.request({ id: ++count, operation, args });
    if (!response.ok) throw new Error(`${operation} failed: ${response.kind} ${response.reason}`);
    return response.result as never; // the contract pairs the name with its result
  };
}

function until(
  core: Core,
  topics: readonly string[],
  holds: () => Promise<boolean> | boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let looking = false;
    let again = false;
    const look = async () => {
      if (looking) {
        again = true;
        return;
      }
      looking = true;
      do {
        again = false;
        if (await holds()) {
          stop();
          resolve();
          return;
        }
      } while (again);
      looking = false;
    };
    const stop = core.onChange(({ changed }) => {
      if (changed.some((topic) => topics.includes(topic))) look().catch(reject);
    });
    look().catch(reject);
  });
}
