import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../sync/session.ts';
import { failure } from './failures.ts';
import type { ServerParts } from './parts.ts';

/** The bearer token of a request, or undefined. */
export function bearerToken(request: FastifyRequest): string | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

/**
 * The session behind a request; answers 401 itself and returns undefined when there is none.
 * The same sentence for a missing, unknown, ended and revoked token.
 */
export async function sessionOf(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session | undefined> {
  const token = bearerToken(request);
  const session = token === undefined ? undefined : await parts.sessions.find(token);
  if (!session) await reply.code(401).send(failure('signedOut', 'Please sign in again.'));
  return session;
}

/** Staff only: guardians use the portal's operations. Answers 403 itself. */
export async function staffSessionOf(
  parts: ServerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Session | undefined> {
  const session = await sessionOf(parts, request, reply);
  if (session?.role !== 'guardian') return session;
  await reply.code(403).send(failure('forbidden', 'This is for the staff of the school.'));
  return undefined;
}
