import type { Kysely } from 'kysely';
import { createSyncedTable, type FrozenTable, type TableTarget } from '../create.ts';

/** As they were when this step was written. Frozen: later changes are later steps. */
const schoolYearChange: FrozenTable = {
  name: 'school_year_change',
  columns: {
    id: 'text',
    first_day: 'text',
    school_year: 'text',
    at: 'text',
    actor_name: 'text',
    rows: 'text',
    undone_at: 'text?',
    undone_by: 'text?',
  },
  indexes: [],
};

const classMove: FrozenTable = {
  name: 'class_move',
  columns: {
    id: 'text',
    student_id: 'text',
    from_class_id: 'text?',
    to_class_id: 'text?',
    first_day: 'text',
    at: 'text',
    change_id: 'text?',
    left_on_before: 'text?',
  },
  indexes: [['student_id'], ['change_id']],
};

/** Changes of the school year, and since when children are in their classes. */
export async function addSchoolYears(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  for (const table of [schoolYearChange, classMove]) await createSyncedTable(db, target, table);
}
