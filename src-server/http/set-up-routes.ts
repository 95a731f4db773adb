import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AlreadySetUpError, foundSchool } from '../setup/found-school.ts';
import { setUpRequestSchema } from '../setup/set-up-request.ts';
import { failure, failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';

/** The one-time set-up. A wrong, late or used token and a server that has a school get the same answer. */
export function addSetUpRoutes(server: FastifyInstance, parts: ServerParts): void {
  const refused = failure(
    'setUpRefused',
    'Set-up is not possible: the token is wrong, older than 15 minutes or used. Restart the server for a new one.',
  );
  server.withTypeProvider<ZodTypeProvider>().post(
    '/set-up',
    {
      schema: {
        body: setUpRequestSchema,
        response: { ...failureResponses, 201: z.object({ status: z.literal('setUp') }) },
      },
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      if (!parts.setUpDoor.admits(request.body.token)) return reply.code(403).send(refused);
      try {
        await foundSchool(parts, request.body);
      } catch (error) {
        if (error instanceof AlreadySetUpError) return reply.code(403).send(refused);
        throw error;
      }
      parts.setUpDoor.shut();
      return reply.code(201).send({ status: 'setUp' as const });
    },
  );
}
