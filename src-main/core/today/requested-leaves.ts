import { isLeaveForHead } from '../../../src-shared/absences/leave-limit.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { type NamedStudent, shown } from './people.ts';
import type { Viewpoint } from './viewpoint.ts';

type Leaves = OperationResult<'today.class'>['leaves'];

/** Leave that waits for a decision, of these children, the oldest request first. */
export async function requestedLeaves(
  db: DomainReader,
  { role }: Viewpoint,
  students: ReadonlyMap<string, NamedStudent>,
): Promise<Leaves> {
  const rows = await db
    .selectFrom('leaveRequest')
    .selectAll()
    .where('state', '=', 'requested')
    .orderBy('requestedAt')
    .execute();
  const leaves: Leaves = [];
  for (const { id, studentId, fromDay, untilDay, purpose, requestedAt } of rows) {
    const student = students.get(studentId);
    if (!student) continue;
    const forHead = role === 'teacher' && (await isLeaveForHead(db, { fromDay, untilDay }));
    leaves.push({ requestId: id, ...shown(student), fromDay, untilDay, purpose, requestedAt, forHead });
  }
  return leaves;
}
