import type { FastifyInstance } from 'fastify';
import { protocolVersion } from '../../src-shared/sync/protocol.ts';
import { failure } from './failures.ts';

/** Versions this server serves: its own and, while a school rolls out, the one before. */
export const servedProtocols: readonly number[] = [protocolVersion];

/** Answers 409 to an app of another version before its body is looked at any closer. */
export function checkProtocol(server: FastifyInstance): void {
  server.addHook('preValidation', async (request, reply) => {
    const body: unknown = request.body;
    if (typeof body !== 'object' || body === null || !('protocol' in body)) return;
    if (typeof body.protocol !== 'number' || servedProtocols.includes(body.protocol)) return;
    await reply
      .code(409)
      .send(
        failure(
          'updateNeeded',
          'This app and the server do not speak the same version. Please update the app.',
        ),
      );
  });
}
