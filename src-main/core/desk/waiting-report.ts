import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';

/** A report as it waits in the inbox; null once it was decided. */
export async function waitingReport(
  db: DomainReader,
  reportId: string,
): Promise<OperationResult<'desk.waitingReport'>> {
  const report = await db
    .selectFrom('absenceReport')
    .select(['id as reportId', 'studentId', 'channel', 'guardianId', 'callbackNumber'])
    .select(['fromDay', 'untilDay', 'reason', 'span', 'atTime', 'remark'])
    .where('id', '=', reportId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return report ?? null;
}
