import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  cursorSchema,
  deliverRequestSchema,
  deliverResponseSchema,
  identitySchema,
  protocolVersion,
  pullRequestSchema,
  pullResponseSchema,
  pushRequestSchema,
  pushResponseSchema,
} from '../../src-shared/sync/protocol.ts';
import { staffSessionOf } from './authenticate.ts';
import { failure, failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';

/** Versions this server serves: its own and, while a school rolls out, the one before. */
export const servedProtocols: readonly number[] = [protocolVersion];

/** Push, pull, first pull and sealed delivery over HTTP. */
export function addSyncRoutes(server: FastifyInstance, parts: ServerParts): void {
  const app = server.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/sync/identity',
    { schema: { response: { ...failureResponses, 200: identitySchema } } },
    async () => {
      const school = await parts.database.reader
        .selectFrom('school')
        .select('id')
        .limit(1)
        .executeTakeFirst();
      return {
        product: 'postmappe' as const,
        protocols: [...servedProtocols],
        serverId: parts.sync.facts.serverId,
        setUp: school !== undefined,
        sealingKey: parts.sync.sealingKey,
      };
    },
  );
  app.addHook('preValidation', async (request, reply) => {
    const body: unknown = request.body;
    if (
      !request.url.startsWith('/sync/') ||
      typeof body !== 'object' ||
      body === null ||
      !('protocol' in body)
    )
      return;
    if (typeof body.protocol === 'number' && !servedProtocols.includes(body.protocol)) {
      await reply
        .code(409)
        .send(
          failure(
            'updateNeeded',
            'This app and the server do not speak the same version. Please update the app.',
          ),
        );
    }
  });
  app.post(
    '/sync/push',
    {
      schema: { body: pushRequestSchema, response: { ...failureResponses, 200: pushResponseSchema } },
      bodyLimit: 8 * 1024 * 1024,
    },
    async (request, reply) => {
      const session = await staffSessionOf(parts, request, reply);
      if (!session) return reply;
      return { answers: await parts.sync.push(session, request.body.entries) };
    },
  );
  app.post(
    '/sync/pull',
    { schema: { body: pullRequestSchema, response: { ...failureResponses, 200: pullResponseSchema } } },
    async (request, reply) => {
      const session = await staffSessionOf(parts, request, reply);
      if (!session) return reply;
      return parts.sync.pull(session, request.body.cursor);
    },
  );
  app.post(
    '/sync/deliver',
    {
      schema: { body: deliverRequestSchema, response: { ...failureResponses, 200: deliverResponseSchema } },
      bodyLimit: 16 * 1024 * 1024,
    },
    async (request) => {
      return { outcomes: await parts.sync.deliver(request.body.deviceId, request.body.sealed) };
    },
  );
  addFirstPull(server, parts);
}

function addFirstPull(server: FastifyInstance, parts: ServerParts): void {
  const body = z.strictObject({ protocol: z.number().int(), resume: cursorSchema.nullable() });
  server
    .withTypeProvider<ZodTypeProvider>()
    .post('/sync/first', { schema: { body } }, async (request, reply) => {
      const session = await staffSessionOf(parts, request, reply);
      if (!session) return reply;
      const lines = parts.sync.firstPull(session, request.body.resume);
      return reply.type('application/x-ndjson').send(Readable.from(asText(lines)));
    });
}

async function* asText(lines: AsyncGenerator<unknown>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
