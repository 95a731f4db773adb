import type { Transport } from '../../src-shared/contract/message.ts';
import type {
  OperationArgs,
  OperationResult,
  StaffContract,
} from '../../src-shared/contract/staff-contract.ts';
import type { Answer } from './answer.ts';

/** Asks the core for an operation of the contract, by name. */
export type Ask = <N extends keyof StaffContract>(
  name: N,
  args: OperationArgs<N>,
) => Promise<Answer<OperationResult<N>>>;

/** The typed way to the core over a transport. */
export function createAsk(transport: Pick<Transport, 'request'>): Ask {
  let lastId = 0;
  return async (name, args) => {
    lastId += 1;
    const response = await transport.request({ id: lastId, operation: name, args });
    if (!response.ok)
      return {
        ok: false,
        failure: { kind: response.kind, reason: response.reason, details: response.details },
      };
    // The core has checked the result against this operation's schema before it sent it.
    return { ok: true, result: response.result as OperationResult<typeof name> };
  };
}
