import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { guardBodies } from './body-guard.ts';
import { commandSchemas } from './command-schemas.ts';
import { answerFailures, answerUnroutable } from './failures.ts';
import { addIdentityRoutes } from './identity-routes.ts';
import { addObserveRoutes } from './observe-routes.ts';
import type { ServerParts } from './parts.ts';
import { checkProtocol } from './protocol-check.ts';
import { addSetUpRoutes } from './set-up-routes.ts';
import { addStreamRoute } from './stream-route.ts';
import { addSyncRoutes } from './sync-routes.ts';

/** How the listener is made. `tls`: PEM texts; without it the caller binds loopback only. */
export interface ListenerOptions {
  readonly logger: Logger | false;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Requests per minute and address; the office's own desks stay far below. */
  readonly requestsPerMinute?: number;
}

/** Builds the HTTP face of the server: every route, every header, nothing listening yet. */
export async function createServer(parts: ServerParts, options: ListenerOptions): Promise<FastifyInstance> {
  const common = {
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    // A line per request would name children's ids; /metrics counts requests.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    frameworkErrors: answerUnroutable,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
  } as const;
  // The two listeners differ in type only; routes do not care.
  const server = (options.tls
    ? Fastify({ ...common, https: { ...options.tls, minVersion: 'TLSv1.3' } })
    : Fastify(common)) as unknown as FastifyInstance;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  answerFailures(server);
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
  });
  server.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  await server.register(rateLimit, { max: options.requestsPerMinute ?? 6_000, timeWindow: 60_000 });
  await server.register(swagger, {
    openapi: { info: { title: 'Postmappe', version: '1' } },
    transform: jsonSchemaTransform,
  });
  guardBodies(server);
  checkProtocol(server);
  await addStreamRoute(server, parts);
  await server.register(async (scope) => {
    addSyncRoutes(scope, parts);
    addIdentityRoutes(scope, parts);
    await addSetUpRoutes(scope, parts);
    addObserveRoutes(scope, parts);
    addDescription(scope);
  });
  return server;
}

/** What the routes take and give, and the arguments of each command. */
function addDescription(server: FastifyInstance): void {
  const components = { schemas: commandSchemas() };
  server.get('/openapi.json', async () => ({ ...server.swagger(), components }));
}
