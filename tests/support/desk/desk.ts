import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Core, startCore } from '../../../src-main/core/core.ts';
import type { CoreEnvironment, SecretStore } from '../../../src-main/core/environment.ts';
import type {
  OperationArgs,
  OperationResult,
  StaffContract,
} from '../../../src-shared/contract/staff-contract.ts';
import { SimClock } from '../../simulation/world/sim-clock.ts';
import { MORNING_MS } from './desk-cache.ts';
import type { FakeServer } from './fake-server.ts';
import { scratchFolder } from './scratch-folder.ts';

const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** A key ring that can be lost. */
export class FakeKeyRing implements SecretStore {
  #mask = 0x5a;
  readonly #known = new Set<number>([0x5a]);

  /** The operating system was set up anew: what was sealed before can't be opened. */
  lose(): void {
    this.#known.clear();
    this.#mask += 1;
    this.#known.add(this.#mask);
  }

  async seal(bytes: Uint8Array) {
    return Uint8Array.of(this.#mask, ...bytes);
  }

  async unseal([mask = 0, ...bytes]: Uint8Array) {
    if (!this.#known.has(mask)) throw new Error('The key ring does not know this.');
    return Uint8Array.from(bytes);
  }
}

/** A staff core on a clock that moves when it is told to, with the answers of one window. */
export interface Desk {
  readonly core: Core;
  readonly clock: SimClock;
  readonly environment: CoreEnvironment;
  /** Topics of all notices so far. */
  readonly notices: string[][];
  /** What the core wrote to its log: event and kind. */
  readonly logged: string[];
  /** The result, or `kind reason` of the failure. */
  ask<N extends keyof StaffContract & string>(
    operation: N,
    args: OperationArgs<N>,
  ): Promise<OperationResult<N> | string>;
  /** The result; fails the test when there is none. */
  get<N extends keyof StaffContract & string>(
    operation: N,
    args: OperationArgs<N>,
  ): Promise<OperationResult<N>>;
  signIn(password?: string, userName?: string): Promise<string>;
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly server: FakeServer;
  readonly folder?: string;
  readonly clock?: SimClock;
  readonly secrets?: SecretStore;
}

/** Starts a desk; closed when the test has finished. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { server, folder = scratchFolder(), clock = new SimClock(MORNING_MS) } = options;
  const logged: string[] = [];
  const note = (event: string, details?: object) =>
    logged.push([event, ...Object.values(details ?? {})].join(' '));
  const environment: CoreEnvironment = {
    dataFolder: folder,
    downtimeFolder: null,
    resourcesFolder: new URL('../../../resources', import.meta.url).pathname,
    deviceName: 'desk',
    secrets: options.secrets ?? new FakeKeyRing(),
    clock,
    randomBytes: (length) => randomBytes(length),
    log: { info: note, warn: note },
    server,
  };
  const renderer = { render: () => Promise.reject(new Error('nothing is printed here')) };
  const core = await startCore(environment, { renderer, passwordCost: CHEAP, checkResults: true });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= core.close();
    return closed;
  };
  onTestFinished(close);
  const notices: string[][] = [];
  core.onChange(({ changed }) => notices.push(changed));
  return { core, clock, environment, notices, logged, close, ...asker(core) };
}

function asker(core: Core): Pick<Desk, 'ask' | 'get' | 'signIn'> {
  let lastId = 0;
  const ask: Desk['ask'] = async (operation, args) => {
    lastId += 1;
    const response = await core.request({ id: lastId, operation, args });
    // Checked against the contract by the core itself.
    return response.ok ? (response.result as never) : `${response.kind} ${response.reason}`;
  };
  const get: Desk['get'] = async (operation, args) => {
    const answer = await ask(operation, args);
    if (typeof answer === 'string') throw new Error(`${operation}: ${answer}`);
    return answer;
  };
  return {
    ask,
    get,
    async signIn(password = 'Linde-1', userName = 'yildiz') {
      const result = await get('session.signIn', { userName, password });
      if (result.status === 'signedIn') await core.idle();
      return result.status === 'signedIn' ? 'signedIn' : result.reason;
    },
  };
}
