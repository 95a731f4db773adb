import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  cursorSchema,
  deliverRequestSchema,
  deliverResponseSchema,
  identitySchema,
  pullRequestSchema,
  pullResponseSchema,
  pushRequestSchema,
  pushResponseSchema,
} from '../../src-shared/sync/protocol.ts';
import { staffSessionOf } from './authenticate.ts';
import { failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';
import { servedProtocols } from './protocol-check.ts';

const MEGABYTE = 1024 * 1024;
/** Whoever delivers need not be signed in, and opening a box costs something. */
const DELIVERIES_PER_MINUTE = 120;

/** Push, pull, first pull and sealed delivery over HTTP. */
export function addSyncRoutes(server: FastifyInstance, parts: ServerParts): void {
  addIdentity(server, parts);
  addPush(server, parts);
  addPull(server, parts);
  addDelivery(server, parts);
  addFirstPull(server, parts);
}

function addIdentity(server: FastifyInstance, parts: ServerParts): void {
  server
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/sync/identity',
      { schema: { response: { ...failureResponses, 200: identitySchema } } },
      async () => {
        const rows = await parts.database.reader
          .selectFrom('school')
          .select(['id', 'key', 'name'])
          .orderBy('name')
          .execute();
        const schools = rows.map((school) => ({ ...school, id: String(school.id) }));
        return {
          product: 'postmappe' as const,
          protocols: [...servedProtocols],
          serverId: parts.sync.facts.serverId,
          setUp: schools.length > 0,
          schools: schools.length > 1 ? schools : [],
          sealingKey: parts.sync.sealingKey,
        };
      },
    );
}

function addPush(server: FastifyInstance, parts: ServerParts): void {
  server.withTypeProvider<ZodTypeProvider>().post(
    '/sync/push',
    {
      schema: { body: pushRequestSchema, response: { ...failureResponses, 200: pushResponseSchema } },
      bodyLimit: 8 * MEGABYTE,
    },
    async (request, reply) => {
      const session = await staffSessionOf(parts, request, reply);
      if (!session) return reply;
      return { answers: await parts.sync.push(session, request.body.entries) };
    },
  );
}

function addPull(server: FastifyInstance, parts: ServerParts): void {
  server
    .withTypeProvider<ZodTypeProvider>()
    .post(
      '/sync/pull',
      { schema: { body: pullRequestSchema, response: { ...failureResponses, 200: pullResponseSchema } } },
      async (request, reply) => {
        const session = await staffSessionOf(parts, request, reply);
        if (!session) return reply;
        return parts.sync.pull(session, request.body.cursor, request.body.awaiting);
      },
    );
}

function addDelivery(server: FastifyInstance, parts: ServerParts): void {
  server.withTypeProvider<ZodTypeProvider>().post(
    '/sync/deliver',
    {
      schema: { body: deliverRequestSchema, response: { ...failureResponses, 200: deliverResponseSchema } },
      bodyLimit: 16 * MEGABYTE,
      config: { rateLimit: { max: DELIVERIES_PER_MINUTE, timeWindow: 60_000 } },
    },
    async (request) => ({
      outcomes: await parts.sync.deliver(request.body.deviceId, request.body.sealed),
    }),
  );
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
