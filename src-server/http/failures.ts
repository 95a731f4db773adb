import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isStorageFault, isStorageFull } from '../database/storage-fault.ts';

/** What every failed request is answered with: a code for programs, a plain sentence for people. */
export const failureSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type Failure = z.output<typeof failureSchema>;

/** The answers a route may give besides its own, for its schema and the API description. */
export const failureResponses = {
  400: failureSchema,
  401: failureSchema,
  403: failureSchema,
  404: failureSchema,
  409: failureSchema,
  500: failureSchema,
};

/** Builds the body of a failure. */
export function failure(code: string, message: string): Failure {
  return { error: { code, message } };
}

/** One place where errors become answers: no stack, no SQL, no content of the request. */
export function answerFailures(server: FastifyInstance): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(failure('notFound', 'There is nothing at this address.')),
  );
  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const where = error.validation
        .map((issue) => issue.instancePath || '/')
        .slice(0, 5)
        .join(', ');
      return reply.code(400).send(failure('invalid', `The request has fields that can't be read: ${where}.`));
    }
    const known = storageFailure(error);
    if (known) return reply.code(known.status).send(failure(known.code, known.message));
    const status = error.statusCode ?? 500;
    if (status < 500)
      return reply
        .code(status)
        .send(
          failure(
            error.code ?? 'refused',
            status === 429 ? 'Too many requests; please wait a moment.' : 'The request was refused.',
          ),
        );
    request.log.error(
      { route: request.routeOptions.url, error: error.name, code: error.code },
      'request failed',
    );
    return reply
      .code(500)
      .send(failure('internal', 'The server could not do this. Nothing was changed; please try again.'));
  });
}

/** Addresses that lead to no route at all (a broken %-sequence): no hook runs for them, so the headers stand here. */
export function answerUnroutable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(400)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
    })
    .send(failure('invalid', "This address can't be read."));
}

function storageFailure(error: unknown): { status: number; code: string; message: string } | undefined {
  if (isStorageFull(error)) {
    return {
      status: 507,
      code: 'noSpace',
      message: 'The server has no space left. Nothing was changed; please free some and try again.',
    };
  }
  if (isStorageFault(error)) {
    return {
      status: 503,
      code: 'storageAway',
      message: 'The database does not answer. Nothing was changed; please try again in a moment.',
    };
  }
  return undefined;
}
