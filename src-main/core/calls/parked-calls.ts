import { readDraft } from '../../../src-shared/calls/draft.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';

/** The parked calls of one member of staff, the oldest first. */
export async function parkedCalls(
  db: DomainReader,
  staffId: string,
): Promise<OperationResult<'desk.parkedCalls'>> {
  const rows = await db
    .selectFrom('parkedCall')
    .select(['id', 'parkedAt', 'label', 'draft'])
    .where('staffId', '=', staffId)
    .orderBy('parkedAt')
    .orderBy('id')
    .execute();
  return {
    calls: rows.map(({ id, parkedAt, label, draft }) => ({
      callId: id,
      parkedAt,
      label,
      draft: readDraft(draft),
    })),
  };
}
