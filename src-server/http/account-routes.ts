import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type AccountOperation, accountOperations, accountPath } from '../../src-shared/accounts/contract.ts';
import { operationReach } from '../../src-shared/rights/operations.ts';
import { accountsOf } from '../identity/accounts.ts';
import type { Session } from '../sync/session.ts';
import { staffSessionOf } from './authenticate.ts';
import { failure, failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';

type Answer = z.output<(typeof accountOperations)[AccountOperation]['result']>;

/** Accounts of the staff, a route for each operation; a wish that can't be fulfilled is an answer, not a failure. */
export function addAccountRoutes(server: FastifyInstance, parts: ServerParts): void {
  const operations = accountsOf(parts);
  for (const { name, args, result } of Object.values(accountOperations)) {
    const response = { ...failureResponses, 200: result };
    server
      .withTypeProvider<ZodTypeProvider>()
      .post(accountPath(name), { schema: { body: args, response } }, async (request, reply) => {
        const session = await staffSessionOf(parts, request, reply);
        if (!session) return reply;
        if (operationReach(session.role, name) === 'none')
          return reply.code(403).send(failure('forbidden', 'This is for whoever looks after accounts.'));
        // The body was read by the schema of this very operation.
        const carryOut = operations[name] as (session: Session, args: unknown) => Promise<Answer>;
        return carryOut(session, request.body);
      });
  }
}
