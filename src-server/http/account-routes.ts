import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  type AccountOperation,
  accountOperations,
  isAccountOperation,
} from '../../src-shared/accounts/contract.ts';
import { operationReach } from '../../src-shared/rights/operations.ts';
import { accountsOf } from '../identity/accounts.ts';
import type { Session } from '../sync/session.ts';
import { staffSessionOf } from './authenticate.ts';
import { failure, failureResponses } from './failures.ts';
import type { ServerParts } from './parts.ts';

/** Accounts of the staff, one operation each; a wish that can't be fulfilled is an answer, not a failure. */
export function addAccountRoutes(server: FastifyInstance, parts: ServerParts): void {
  const operations = accountsOf(parts);
  const params = z.strictObject({ name: z.string().max(60) });
  const answers = z.union(Object.values(accountOperations).map(({ result }) => result));
  server
    .withTypeProvider<ZodTypeProvider>()
    .post(
      '/accounts/:name',
      { schema: { params, body: z.unknown(), response: { ...failureResponses, 200: answers } } },
      async (request, reply) => {
        const session = await staffSessionOf(parts, request, reply);
        if (!session) return reply;
        const { name } = request.params;
        if (!isAccountOperation(name))
          return reply.code(404).send(failure('notFound', 'There is no such operation.'));
        const args = accountOperations[name].args.safeParse(request.body);
        if (!args.success) return reply.code(400).send(failure('invalid', 'The request is not readable.'));
        if (operationReach(session.role, name) === 'none')
          return reply.code(403).send(failure('forbidden', 'This is for whoever looks after accounts.'));
        // The arguments were parsed by the schema of this very operation.
        const carryOut = operations[name] as (session: Session, args: unknown) => Promise<Answer>;
        return carryOut(session, args.data);
      },
    );
}

type Answer = z.output<(typeof accountOperations)[AccountOperation]['result']>;
