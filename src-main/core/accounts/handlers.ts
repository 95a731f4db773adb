import {
  type AccountArgs,
  type AccountOperation,
  type AccountResult,
  accountOperations,
} from '../../../src-shared/accounts/contract.ts';
import { operationReach } from '../../../src-shared/rights/operations.ts';
import type { FeatureHandlers } from '../dispatch/context.ts';
import { OperationFailure } from '../dispatch/operation-failure.ts';
import type { OpenSession } from '../session/open-session.ts';
import { ServerFault, type ServerTransport } from '../sync/server-transport.ts';

/** Passes what is asked about accounts on to the server, as who works here. Nothing of it is kept at this desk. */
export function accountHandlers(
  server: ServerTransport,
  { workspace, tokens }: OpenSession,
): FeatureHandlers<typeof accountOperations> {
  const ask = async <N extends AccountOperation>(
    name: N,
    args: AccountArgs<N>,
  ): Promise<AccountResult<N>> => {
    if (operationReach(workspace.signedIn.person.role, name) === 'none')
      throw new OperationFailure('forbidden', 'forbidden');
    try {
      const token = await tokens.token(workspace.cache);
      // The server checks the same schemas; what comes back has the result's form, or is a fault.
      return (await server.account(token, name, args, accountOperations[name].result)) as AccountResult<N>;
    } catch (error) {
      if (error instanceof ServerFault) throw new OperationFailure('unavailable', 'serverNeeded');
      throw error;
    }
  };
  return {
    'accounts.list': (args) => ask('accounts.list', args),
    'accounts.open': (args) => ask('accounts.open', args),
    'accounts.renew': (args) => ask('accounts.renew', args),
    'accounts.lock': (args) => ask('accounts.lock', args),
    'accounts.unlock': (args) => ask('accounts.unlock', args),
    'accounts.revokeDevice': (args) => ask('accounts.revokeDevice', args),
  };
}
