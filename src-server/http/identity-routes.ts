import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isCommandName } from '../../src-shared/contract/commands.ts';
import {
  answerSchema,
  entrySchema,
  signInRequestSchema,
  signInResponseSchema,
} from '../../src-shared/sync/protocol.ts';
import { signIn } from '../identity/sign-in.ts';
import { addAccountRoutes } from './account-routes.ts';
import { bearerToken, sessionOf } from './authenticate.ts';
import { failure, failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';

/** Signing in and out, accounts, and single operations for clients without a cache (the portal, scripts). */
export function addIdentityRoutes(server: FastifyInstance, parts: ServerParts): void {
  addAccountRoutes(server, parts);
  const app = server.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/session',
    { schema: { body: signInRequestSchema, response: { ...failureResponses, 200: signInResponseSchema } } },
    async (request) => signIn(parts, request.body, request.ip),
  );
  app.delete('/session', async (request, reply) => {
    const token = bearerToken(request);
    if (token !== undefined) {
      const session = await parts.sessions.find(token);
      await parts.sessions.end(token);
      if (session)
        parts.sync.streams.signOut(
          ({ accountId, deviceId }) => accountId === session.accountId && deviceId === session.deviceId,
        );
    }
    return reply.code(204).send();
  });
  const params = z.strictObject({ name: z.string().max(60) });
  app.post(
    '/operations/:name',
    {
      schema: {
        params,
        body: entrySchema.omit({ name: true }),
        response: { ...failureResponses, 200: answerSchema },
      },
    },
    async (request, reply) => {
      const session = await sessionOf(parts, request, reply);
      if (!session) return reply;
      if (!isCommandName(request.params.name))
        return reply.code(404).send(failure('notFound', 'There is no such operation.'));
      const [answer] = await parts.sync.push(session, [{ ...request.body, name: request.params.name }]);
      return answer ?? reply.code(500).send(failure('internal', 'The server gave no answer.'));
    },
  );
}
