import {
  ServerFault,
  type ServerTransport,
  type StreamHandlers,
} from '../../../src-main/core/sync/server-transport.ts';
import type { ServerParts } from '../../../src-server/http/parts.ts';
import { signIn } from '../../../src-server/identity/sign-in.ts';
import { protocolVersion, type StreamFrame } from '../../../src-shared/sync/protocol.ts';
import type { Chance } from './random.ts';
import type { SimServer } from './sim-server.ts';

/** How badly a link behaves: shares of calls, 0 to 1. */
export interface Weather {
  readonly lostRequest: number;
  readonly lostAnswer: number;
  readonly doubled: number;
  readonly cutStream: number;
}

export const calm: Weather = { lostRequest: 0, lostAnswer: 0, doubled: 0, cutStream: 0 };
export const storm: Weather = { lostRequest: 0.12, lostAnswer: 0.12, doubled: 0.12, cutStream: 0.08 };

/** Sees what passes over a link, for the checks. */
export type Witness = (kind: 'row' | 'removed', table: string, cells: readonly unknown[]) => void;

/** One desk's way to the server, in this process: real answers, through JSON, over a bad line. */
export class SimLink implements ServerTransport {
  readonly url = 'sim://server';
  readonly #server: SimServer;
  readonly #chance: Chance;
  readonly #witness: Witness;
  readonly #streams = new Set<() => void>();
  weather: Weather = storm;
  cut = false;

  constructor(server: SimServer, chance: Chance, witness: Witness) {
    this.#server = server;
    this.#chance = chance;
    this.#witness = witness;
  }

  /** Pulls the cable: streams end, calls fail. */
  disconnect(): void {
    this.cut = true;
    this.dropStreams();
  }

  /** Ends the open streams, as a server that went down does. */
  dropStreams(): void {
    for (const close of [...this.#streams]) close();
  }

  identity = () =>
    this.#call(async (parts) => ({
      product: 'postmappe' as const,
      protocols: [protocolVersion],
      serverId: parts.sync.facts.serverId,
      setUp: true,
      schools: [],
      sealingKey: parts.sync.sealingKey,
    }));
  signIn: ServerTransport['signIn'] = (body) => this.#call((parts) => signIn(parts, body, 'sim'));
  signOut: ServerTransport['signOut'] = (token) => this.#call((parts) => parts.sessions.end(token));
  /** The simulation has no accounts to look after. */
  account: ServerTransport['account'] = () => Promise.reject(new ServerFault('away'));
  push: ServerTransport['push'] = (token, body) =>
    this.#call(async (parts) => ({
      answers: await parts.sync.push(await this.#session(parts, token), body.entries),
    }));
  pull: ServerTransport['pull'] = async (token, body) => {
    const answer = await this.#call(async (parts) =>
      parts.sync.pull(await this.#session(parts, token), body.cursor, body.awaiting),
    );
    if (answer.kind === 'delta') this.#see(answer);
    return answer;
  };
  deliver: ServerTransport['deliver'] = (body) =>
    this.#call(async (parts) => ({ outcomes: await parts.sync.deliver(body.deviceId, body.sealed) }));

  async *firstPull(token: string, resume: string | null): ReturnType<ServerTransport['firstPull']> {
    const parts = this.#reachable();
    for await (const line of parts.sync.firstPull(await this.#session(parts, token), resume)) {
      if (this.cut || this.#chance.happens(this.weather.cutStream / 4)) throw new ServerFault('away');
      if (line.kind === 'rows') for (const cells of line.rows) this.#witness('row', line.table, cells);
      yield throughJson(line);
    }
  }

  openStream(token: string, cursor: string, handlers: StreamHandlers): { close(): void } {
    let open = true;
    let unsubscribe = () => {};
    const close = () => {
      if (!open) return;
      open = false;
      this.#streams.delete(close);
      unsubscribe();
    };
    const fail = (kind: 'away' | 'signedOut') => {
      if (!open) return;
      close();
      handlers.onClosed(new ServerFault(kind));
    };
    const dropped = () => fail('away');
    this.#streams.add(dropped);
    const forget = close;
    void this.#listen(token, cursor, (frame) => {
      if (!open) return;
      if (this.#chance.happens(this.weather.cutStream)) return fail('away');
      if (frame.kind === 'delta') this.#see(frame);
      handlers.onFrame(throughJson(frame));
    }).then(
      (stop) => {
        unsubscribe = stop;
        if (!open) stop();
      },
      (error: unknown) =>
        fail(error instanceof ServerFault && error.kind === 'signedOut' ? 'signedOut' : 'away'),
    );
    return {
      close: () => {
        this.#streams.delete(dropped);
        forget();
      },
    };
  }

  async #listen(token: string, cursor: string, send: (frame: StreamFrame) => void): Promise<() => void> {
    const parts = this.#reachable();
    return parts.sync.subscribe(await this.#session(parts, token), cursor, send);
  }

  async #call<T>(work: (parts: ServerParts) => Promise<T>): Promise<T> {
    const parts = this.#reachable();
    if (this.#chance.happens(this.weather.lostRequest)) throw new ServerFault('away');
    const twice = this.#chance.happens(this.weather.doubled);
    const lost = this.#chance.happens(this.weather.lostAnswer);
    const life = this.#server.life;
    const answer = await work(parts).catch((error: unknown) =>
      Promise.reject(error instanceof ServerFault ? error : new ServerFault('away')),
    );
    if (twice && this.#server.life === life) await work(this.#reachable()).catch(() => undefined);
    if (lost || this.cut || this.#server.life !== life) throw new ServerFault('away');
    return throughJson(answer);
  }

  async #session(parts: ServerParts, token: string) {
    const session = await parts.sessions.find(token);
    if (!session) throw new ServerFault('signedOut');
    return session;
  }

  #reachable(): ServerParts {
    const { parts } = this.#server;
    if (this.cut || !parts) throw new ServerFault('away');
    return parts;
  }

  #see(delta: Extract<StreamFrame, { kind: 'delta' }>): void {
    for (const [table, rows] of Object.entries(delta.rows))
      for (const cells of rows ?? []) this.#witness('row', table, cells);
    for (const [table, ids] of Object.entries(delta.removed))
      for (const id of ids ?? []) this.#witness('removed', table, [id]);
  }
}

/** What crosses a wire is a copy. */
function throughJson<T>(value: T): T {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}
