import type { Kysely } from 'kysely';
import { createSyncedTable, type FrozenTable, type TableTarget } from '../create.ts';

/** As it was when this step was written. Frozen: later changes are later steps. */
const handover: FrozenTable = {
  name: 'handover',
  columns: {
    id: 'text',
    student_id: 'text?',
    author_id: 'text',
    author_name: 'text',
    operation: 'text',
    args: 'text',
    occurred_at: 'text',
    handed_over_at: 'text',
    state: 'text',
    settled_at: 'text?',
    settled_by: 'text?',
  },
  indexes: [['state']],
};

/** What people wrote about children they may not see any more, kept for the office. */
export async function addHandovers(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  await createSyncedTable(db, target, handover);
}
