import { ServerFault, type ServerTransport } from '../../../src-main/core/sync/server-transport.ts';

/** A way to the server that can be cut, as when somebody pulls the cable. */
export interface PausableTransport {
  readonly transport: ServerTransport;
  /** Cuts it: the stream closes, every question fails as if nothing answered. */
  pause(): void;
  resume(): void;
}

/** Wraps a transport. First pulls that are under way go on; the benchmarks cut it when all is quiet. */
export function pausable(server: ServerTransport): PausableTransport {
  const open = new Set<() => void>();
  let paused = false;
  const unless = <T>(ask: () => Promise<T>): Promise<T> =>
    paused ? Promise.reject(new ServerFault('away', 'paused')) : ask();
  return {
    transport: {
      ...server,
      identity: () => unless(() => server.identity()),
      signIn: (body) => unless(() => server.signIn(body)),
      push: (token, body) => unless(() => server.push(token, body)),
      pull: (token, body) => unless(() => server.pull(token, body)),
      deliver: (body) => unless(() => server.deliver(body)),
      openStream(token, cursor, handlers) {
        if (paused) {
          queueMicrotask(() => handlers.onClosed(new ServerFault('away', 'paused')));
          return { close: () => undefined };
        }
        const stream = server.openStream(token, cursor, handlers);
        open.add(stream.close);
        return stream;
      },
    },
    pause() {
      paused = true;
      for (const close of open) close();
      open.clear();
    },
    resume() {
      paused = false;
    },
  };
}
