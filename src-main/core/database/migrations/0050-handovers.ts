import { type Kysely, sql } from 'kysely';
import { addHandovers } from '../../../../src-shared/tables/migrations/0050-handovers.ts';

/** The office's handovers, and a mark on refused entries whose text lies there now. */
export async function addCacheHandovers(db: Kysely<unknown>): Promise<void> {
  await addHandovers(db, { dialect: 'sqlite', place: 'cache' });
  await sql`alter table refused_entry add column handed_over integer not null default 0`.execute(db);
}
