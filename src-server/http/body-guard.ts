import type { FastifyInstance } from 'fastify';
import { failure } from './failures.ts';

/** Nothing of ours is nested deeper than a dozen levels. */
const DEEPEST = 32;

/**
 * Refuses bodies that would trouble whoever works on them: nested beyond reason (S31), or with NUL in a text,
 * which PostgreSQL can't hold. Outbox entries are left to be decided one by one, so that one bad entry does
 * not keep all others of its push for ever.
 */
export function guardBodies(server: FastifyInstance): void {
  server.addHook('preValidation', async (request, reply) => {
    const entries =
      request.routeOptions.url === '/sync/push' || request.routeOptions.url === '/operations/:name';
    if (isFit(request.body, !entries)) return;
    await reply.code(400).send(failure('invalid', "The request has fields that can't be read."));
  });
}

/** Walks without recursion: the walk must not fall over what it looks for. */
function isFit(body: unknown, refuseNul: boolean): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (refuseNul && typeof value === 'string' && value.includes('\0')) return false;
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
  return true;
}
