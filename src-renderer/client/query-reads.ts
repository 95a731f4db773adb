import { absenceOperations } from '../../src-shared/absences/contract.ts';
import { caseOperations } from '../../src-shared/cases/contract.ts';
import type { QueryName, StaffContract } from '../../src-shared/contract/staff-contract.ts';
import { deskOperations } from '../../src-shared/desk/contract.ts';
import { groupOperations } from '../../src-shared/groups/contract.ts';
import { handoverOperations } from '../../src-shared/handovers/contract.ts';
import { paperOperations } from '../../src-shared/paper/contract.ts';
import { rightsOperations } from '../../src-shared/rights/contract.ts';
import { rosterOperations } from '../../src-shared/roster/contract.ts';
import { schoolOperations } from '../../src-shared/school/contract.ts';
import { sessionOperations } from '../../src-shared/session/contract.ts';
import { staffOperations } from '../../src-shared/staff/contract.ts';
import { studentOperations } from '../../src-shared/students/contract.ts';
import { syncOperations } from '../../src-shared/sync/contract.ts';
import { todayOperations } from '../../src-shared/today/contract.ts';
import { viewOperations } from '../../src-shared/views/contract.ts';

// The commands' rules are left out on purpose: the window never runs them and need not load them. A query that
// is missing here would never be asked again, so it does not compile.
const queries = {
  ...sessionOperations,
  ...syncOperations,
  ...deskOperations,
  ...todayOperations,
  ...caseOperations,
  ...absenceOperations,
  ...handoverOperations,
  ...paperOperations,
  ...studentOperations,
  ...groupOperations,
  ...rightsOperations,
  ...viewOperations,
  ...staffOperations,
  ...rosterOperations,
  ...schoolOperations,
} satisfies Pick<StaffContract, QueryName>;
const operations: Partial<StaffContract> = queries;

/** The tables and topics whose change makes a query's answer stale. */
export function readsOf(name: keyof StaffContract): readonly string[] {
  const operation = operations[name];
  return operation?.kind === 'query' ? operation.reads : [];
}
