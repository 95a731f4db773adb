import type { Kysely } from 'kysely';
import { addSyncedColumn, createSyncedTable, type FrozenTable, type TableTarget } from '../create.ts';

const event = { id: 'text', kind: 'text', at: 'text', actor_name: 'text', changes: 'text?' } as const;
const span = { from_day: 'text', until_day: 'text?' } as const;

/** As they were when this step was written. Frozen: later changes are later steps. */
const groupsAndHistories: readonly FrozenTable[] = [
  {
    name: 'school_group',
    columns: { id: 'text', name: 'text', kind: 'text', rule: 'text?', note: 'text?', ...span },
    indexes: [],
  },
  {
    name: 'group_lead',
    columns: { id: 'text', group_id: 'text', staff_id: 'text', ...span },
    indexes: [['group_id'], ['staff_id']],
  },
  {
    name: 'student_membership',
    columns: { id: 'text', student_id: 'text', group_id: 'text', ...span },
    indexes: [['student_id'], ['group_id']],
  },
  {
    name: 'guardian_membership',
    columns: { id: 'text', guardian_id: 'text', group_id: 'text', duty: 'text?', ...span },
    indexes: [['guardian_id'], ['group_id']],
  },
  {
    name: 'staff_membership',
    columns: { id: 'text', staff_id: 'text', group_id: 'text', duty: 'text?', ...span },
    indexes: [['group_id'], ['staff_id']],
  },
  { name: 'student_event', columns: { ...event, student_id: 'text' }, indexes: [['student_id']] },
  { name: 'contact_event', columns: { ...event, student_id: 'text' }, indexes: [['student_id']] },
  { name: 'guardian_event', columns: { ...event, guardian_id: 'text' }, indexes: [['guardian_id']] },
  { name: 'student_alias', columns: { id: 'text', student_id: 'text' }, indexes: [] },
  { name: 'guardian_alias', columns: { id: 'text', guardian_id: 'text' }, indexes: [] },
  {
    name: 'saved_view',
    columns: { id: 'text', staff_id: 'text', screen: 'text', name: 'text', definition: 'text' },
    indexes: [['staff_id']],
  },
];

/** Groups with their members, the visible histories of the register, and what guardians can be besides persons. */
export async function addGroupsAndHistories(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  for (const table of groupsAndHistories) await createSyncedTable(db, target, table);
  await addSyncedColumn(db, 'guardian', { name: 'kind', type: 'text', value: 'person' });
  await addSyncedColumn(db, 'guardianship', { name: 'power_of_attorney', type: 'integer', value: 0 });
}
