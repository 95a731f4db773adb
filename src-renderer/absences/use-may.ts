import { useCallback } from 'react';
import type { AccountOperation } from '../../src-shared/accounts/contract.ts';
import { type OperationName, operationReach } from '../../src-shared/rights/operations.ts';
import { useSession } from '../session/session-context.ts';

/**
 * Whether the person at the desk may use an operation at all. The desk holds no child beyond a person's
 * reach, so `own` is as good as `all` for whoever is shown.
 */
export function useMay(): (operation: OperationName | AccountOperation) => boolean {
  const { role } = useSession().person;
  return useCallback((operation) => operationReach(role, operation) !== 'none', [role]);
}
