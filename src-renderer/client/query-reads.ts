import { absenceOperations } from '../../src-shared/absences/contract.ts';
import { caseOperations } from '../../src-shared/cases/contract.ts';
import type { StaffContract } from '../../src-shared/contract/staff-contract.ts';
import { deskOperations } from '../../src-shared/desk/contract.ts';
import { paperOperations } from '../../src-shared/paper/contract.ts';
import { sessionOperations } from '../../src-shared/session/contract.ts';
import { syncOperations } from '../../src-shared/sync/contract.ts';
import { todayOperations } from '../../src-shared/today/contract.ts';

// The commands' rules are left out on purpose: the window never runs them and need not load them.
const operations: Partial<StaffContract> = {
  ...sessionOperations,
  ...syncOperations,
  ...deskOperations,
  ...todayOperations,
  ...caseOperations,
  ...absenceOperations,
  ...paperOperations,
};

/** The tables and topics whose change makes a query's answer stale. */
export function readsOf(name: keyof StaffContract): readonly string[] {
  const operation = operations[name];
  return operation?.kind === 'query' ? operation.reads : [];
}
