import type { FastifyInstance } from 'fastify';

/** A route of the server, as its own table has it. */
export interface RouteEntry {
  readonly method: string;
  readonly url: string;
}

/** All routes, read from the server's own table, so that a new one can't be forgotten. HEAD goes with GET. */
export function routeTable(server: FastifyInstance): RouteEntry[] {
  const lines = server.printRoutes({ commonPrefix: false }).split('\n');
  const routes: RouteEntry[] = [];
  const path: string[] = [];
  for (const line of lines) {
    const match = /^((?:[│ ] {3})*)[├└]── (.*?)(?: \((.+)\))?$/.exec(line);
    if (!match) continue;
    const [, indent = '', part = '', methods] = match;
    path.length = indent.length / 4;
    path.push(part);
    for (const method of methods?.split(', ') ?? [])
      if (method !== 'HEAD') routes.push({ method, url: path.join('') });
  }
  return routes.sort((a, b) => `${a.url} ${a.method}`.localeCompare(`${b.url} ${b.method}`));
}
