import type { Kysely } from 'kysely';
import { addSyncedColumn, createSyncedTable, type FrozenTable, type TableTarget } from '../create.ts';

/** As it was when this step was written. Frozen: later changes are later steps. */
const reportEvent: FrozenTable = {
  name: 'report_event',
  columns: {
    id: 'text',
    student_id: 'text',
    report_id: 'text',
    kind: 'text',
    at: 'text',
    actor_name: 'text',
    words: 'text?',
  },
  indexes: [['report_id']],
};

const columns: readonly (readonly [table: string, column: string])[] = [
  ['absence_report', 'as_reported'],
  ['roll_call', 'retracted_at'],
  ['roll_call_mark', 'retracted_at'],
  ['contact_attempt', 'report_id'],
  ['contact_attempt', 'mark_id'],
  ['contact_attempt', 'retracted_at'],
  ['inbox_message', 'reopened_at'],
  ['inbox_message', 'reopened_by'],
];

/** What was done in the morning can be taken back without being forgotten. */
export async function addTakingBack(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  await createSyncedTable(db, target, reportEvent);
  for (const [table, name] of columns) await addSyncedColumn(db, table, { name, type: 'text', value: null });
}
