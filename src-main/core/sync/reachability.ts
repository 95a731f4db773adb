import type { Clock } from '../environment.ts';
import { ServerFault, type ServerIdentity, type ServerTransport } from './server-transport.ts';

const PROBE_EVERY_MS = 30_000;

/** Whether the server answers, and whether this desk may believe that it is the server. */
export type Reach = 'reachable' | 'away' | 'untrusted';

/** How the server can be reached, learnt from everything that is asked of it. */
export interface Reachability {
  readonly transport: ServerTransport;
  readonly now: () => Reach;
  /** The schools the server last said it keeps; empty where there is but one. */
  readonly schools: () => ServerIdentity['schools'];
  /** Asks now, and every half minute while `wanted` says so. @returns how to stop */
  watch(clock: Clock, wanted: () => boolean): () => void;
}

/** Watches a transport: any answer means it is there, unless it is `away` or `untrusted`. */
export function observeReachability(transport: ServerTransport, changed: () => void): Reachability {
  let reach: Reach = 'away';
  let schools: ServerIdentity['schools'] = [];
  const note = (now: Reach) => {
    if (now === reach) return;
    reach = now;
    changed();
  };
  const observed = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      const answer = await asked;
      note('reachable');
      return answer;
    } catch (error) {
      note(reachAfter(error));
      throw error;
    }
  };
  const watched: ServerTransport = {
    url: transport.url,
    identity: async () => {
      const identity = await observed(transport.identity());
      const isNews = JSON.stringify(identity.schools) !== JSON.stringify(schools);
      schools = identity.schools;
      if (isNews) changed();
      return identity;
    },
    signIn: (body) => observed(transport.signIn(body)),
    push: (token, body) => observed(transport.push(token, body)),
    pull: (token, body) => observed(transport.pull(token, body)),
    deliver: (body) => observed(transport.deliver(body)),
    account: (token, name, args, result) => observed(transport.account(token, name, args, result)),
    signOut: (token) => transport.signOut(token),
    firstPull: (token, resume) => transport.firstPull(token, resume),
    openStream: (token, cursor, handlers) => transport.openStream(token, cursor, handlers),
  };
  return {
    transport: watched,
    now: () => reach,
    schools: () => schools,
    watch: (clock, wanted) => probe(watched, clock, wanted),
  };
}

function reachAfter(error: unknown): Reach {
  const kind = error instanceof ServerFault ? error.kind : undefined;
  return kind === 'away' || kind === 'untrusted' ? kind : 'reachable';
}

function probe(transport: ServerTransport, clock: Clock, wanted: () => boolean): () => void {
  let cancel = () => {};
  const ask = () => {
    if (wanted()) transport.identity().catch(() => undefined);
    cancel = clock.after(PROBE_EVERY_MS, ask);
  };
  ask();
  return () => cancel();
}
