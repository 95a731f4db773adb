import type { ChangeNotice, Response, Transport } from '../../src-shared/contract/message.ts';
import { ChangeNotices, type Topic } from './dispatch/change-notices.ts';
import { type AnyHandler, createDispatcher, type OpenDesk } from './dispatch/dispatcher.ts';
import { type DeskParts, openDeskOver } from './dispatch/open-desk.ts';
import type { CoreEnvironment } from './environment.ts';
import type { PaperRenderer } from './paper/render.ts';
import { type PasswordCost, usualPasswordCost } from './session/key-wrap.ts';
import type { OpenSession } from './session/open-session.ts';
import { sessionHandlers } from './session/session-handlers.ts';
import { SessionManager } from './session/session-manager.ts';
import { observeReachability } from './sync/reachability.ts';

export interface CoreOptions {
  readonly renderer: PaperRenderer;
  /** Cheaper password hashing, for tests only. */
  readonly passwordCost?: PasswordCost;
  /** Check every result against the contract, for tests. */
  readonly checkResults?: boolean;
}

/** The staff app without a window. */
export interface Core extends Transport {
  request(message: unknown): Promise<Response>;
  onChange(listener: (notice: ChangeNotice) => void): () => void;
  /** Resolves when nothing is being synced or delivered; for tests and simulation. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const MINUTE_MS = 60_000;

/** Starts a staff core in its data folder. Nobody is signed in yet. */
export async function startCore(environment: CoreEnvironment, options: CoreOptions): Promise<Core> {
  const notices = new ChangeNotices();
  let serverIsBack = () => {};
  const reach = observeReachability(environment.server, () => {
    notices.add(['session']);
    if (reach.now() === 'reachable') serverIsBack();
  });
  const watched: CoreEnvironment = { ...environment, server: reach.transport };
  const manager = await SessionManager.start(watched, notices, options.passwordCost ?? usualPasswordCost);
  // Entries of people who are not signed in wait for nothing else than the server.
  serverIsBack = () => manager.delivery.deliverNow();
  const desks = new Desks({ manager, notices, renderer: options.renderer });
  const dispatch = createDispatcher({
    always: new Map(Object.entries(sessionHandlers(manager, reach)) as [string, AnyHandler][]),
    desk: () => desks.current() ?? (manager.repairing ? 'cacheDamaged' : 'locked'),
    damaged: (error) => manager.recover(error),
    log: environment.log,
    checkResults: options.checkResults ?? false,
  });
  const stopProbing = reach.watch(environment.clock, () => manager.open === undefined);
  const stopMinutes = tellMinutes(watched, notices, manager);
  return {
    request: dispatch,
    onChange: (listener) => notices.onChange(listener),
    idle: async () => {
      await manager.settled();
      await manager.open?.workspace.engine.idle();
      await manager.delivery.idle();
    },
    async close() {
      stopProbing();
      stopMinutes();
      desks.close();
      await manager.close();
    },
  };
}

/** Handlers over the open cache; made anew when another one is opened. */
class Desks {
  readonly #parts: DeskParts;
  #session: OpenSession | undefined;
  #desk: (OpenDesk & { readonly close: () => void }) | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    parts.notices.onChange(() => this.current());
  }

  current(): OpenDesk | undefined {
    const { open } = this.#parts.manager;
    if (open !== this.#session) {
      this.#desk?.close();
      this.#session = open;
      this.#desk = open && openDeskOver(this.#parts, open);
    }
    return this.#desk;
  }

  close(): void {
    this.#desk?.close();
  }
}

/** Once a minute, on the minute: what depends on the clock is stale, and a new day may have begun. */
function tellMinutes(
  environment: CoreEnvironment,
  notices: ChangeNotices,
  manager: SessionManager,
): () => void {
  const { clock } = environment;
  let cancel = () => {};
  const next = () => {
    cancel = clock.after(MINUTE_MS - (clock.nowMs() % MINUTE_MS), () => {
      notices.add(['minute'] satisfies Topic[]);
      manager.open?.workspace.watchDay().catch((error: unknown) => manager.recover(error));
      next();
    });
  };
  next();
  return () => cancel();
}
