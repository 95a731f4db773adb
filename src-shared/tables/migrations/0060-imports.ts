import type { Kysely } from 'kysely';
import { createSyncedTable, type FrozenTable, type TableTarget } from '../create.ts';

/** As they were when this step was written. Frozen: later changes are later steps. */
const imports: readonly FrozenTable[] = [
  {
    name: 'roster_import',
    columns: {
      id: 'text',
      at: 'text',
      staff_id: 'text',
      files: 'text',
      parts: 'integer',
      parts_done: 'integer',
      rows: 'integer',
      classes: 'text',
      parts_undone: 'integer',
      undone_at: 'text?',
      undone_by: 'text?',
    },
    indexes: [],
  },
  {
    name: 'student_before',
    columns: { id: 'text', import_id: 'text', part: 'integer', student_id: 'text', rows: 'text' },
    indexes: [['import_id', 'part'], ['student_id']],
  },
  {
    name: 'guardian_before',
    columns: { id: 'text', import_id: 'text', part: 'integer', guardian_id: 'text', rows: 'text' },
    indexes: [['import_id', 'part'], ['guardian_id']],
  },
];

/** Imports that were carried out, and how children and guardians were before. */
export async function addImports(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  for (const table of imports) await createSyncedTable(db, target, table);
}
