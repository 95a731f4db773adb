import { type Kysely, sql } from 'kysely';
import type { TableTarget } from '../../../src-shared/tables/create.ts';
import { addHandovers } from '../../../src-shared/tables/migrations/0050-handovers.ts';

/** What was handed over to the office. A facet more: who sees what is computed anew at the next start. */
export async function addServerHandovers(db: Kysely<unknown>, target: TableTarget): Promise<void> {
  await addHandovers(db, target);
  await sql`update school set visibility_day = ''`.execute(db);
}
