import type { Kysely } from 'kysely';
import { createSyncedTable, type FrozenTable, type TableTarget } from '../create.ts';

/** As it was when this step was written. Frozen: later changes are later steps. */
const guardianMerge: FrozenTable = {
  name: 'guardian_merge',
  columns: {
    id: 'text',
    guardian_id: 'text',
    lost_guardian_id: 'text',
    lost_name: 'text',
    at: 'text',
    actor_name: 'text',
    rows: 'text',
  },
  indexes: [['guardian_id']],
};

/** Guardians who were entered twice and are one now, and how to take that back. */
export async function addGuardianMerges(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  await createSyncedTable(db, target, guardianMerge);
}
