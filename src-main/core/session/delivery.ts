import { protocolVersion } from '../../../src-shared/sync/protocol.ts';
import type { Clock, Log } from '../environment.ts';
import { ServerFault, type ServerTransport } from '../sync/server-transport.ts';
import type { Postbox } from './postbox.ts';

const EVERY_MS = 60_000;

export interface DeliveryTools {
  readonly postbox: Postbox;
  readonly transport: ServerTransport;
  readonly clock: Clock;
  readonly log: Log;
  readonly deviceId: string;
  /** Confirms that the server is the one the boxes are sealed to. @throws {ServerFault} */
  readonly confirmServer: () => Promise<void>;
  /** Whose entries go by the push at the moment; null while the screen is locked. */
  readonly signedInProfile: () => string | null;
  /** The server has taken these, or has handed them to the office. */
  readonly done: (ids: readonly string[]) => void;
  /** Boxes left or could not be opened. */
  readonly delivered: () => void;
}

/** Hands sealed entries of people who are not signed in to the server, each minute and when asked. */
export class Delivery {
  readonly #tools: DeliveryTools;
  #cancel = () => {};
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(tools: DeliveryTools) {
    this.#tools = tools;
  }

  start(): void {
    this.#cancel = this.#tools.clock.after(EVERY_MS, () => {
      this.deliverNow();
      if (!this.#stopped) this.start();
    });
  }

  /** Delivers at once, unless a delivery is under way. */
  deliverNow(): void {
    if (this.#stopped || this.#running) return;
    this.#running = this.#deliver()
      .catch((error: unknown) => {
        const kind = error instanceof ServerFault ? error.kind : 'unknown';
        this.#tools.log.info('delivery.failed', { kind });
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Stops for good. A delivery under way is not waited for; what it had delivered is delivered once more. */
  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }

  /** Resolves when no delivery is under way. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #deliver(): Promise<void> {
    const { postbox, transport, deviceId } = this.#tools;
    const tried = new Set<string>();
    let confirmed = false;
    for (;;) {
      const sealed = postbox.toDeliver(this.#tools.signedInProfile(), tried);
      if (sealed.length === 0) return;
      if (!confirmed) await this.#tools.confirmServer();
      confirmed = true;
      if (this.#stopped) return;
      const { outcomes } = await transport.deliver({ protocol: protocolVersion, deviceId, sealed });
      if (this.#stopped) return;
      for (const { id } of sealed) tried.add(id);
      const of = (wanted: string) =>
        outcomes.filter(({ id, outcome }) => outcome === wanted && tried.has(id)).map(({ id }) => id);
      this.#tools.done(of('done'));
      postbox.markRefused(of('refused'));
      postbox.markUnreadable(of('unreadable'));
      this.#tools.delivered();
    }
  }
}
