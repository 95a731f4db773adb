import { type Kysely, sql } from 'kysely';
import type { TableTarget } from '../../src-shared/tables/create.ts';
import { addGroupsAndHistories } from '../../src-shared/tables/migrations/0030-groups-and-histories.ts';
import { addTakingBack } from '../../src-shared/tables/migrations/0040-taking-back.ts';
import { addImports } from '../../src-shared/tables/migrations/0060-imports.ts';
import { addGuardianMerges } from '../../src-shared/tables/migrations/0080-guardian-merges.ts';
import { addSchoolYears } from '../../src-shared/tables/migrations/0090-school-years.ts';
import { addFeedAndMorningDesk } from './migrations/0010-feed-and-morning-desk.ts';
import { addIdentity } from './migrations/0020-identity.ts';
import { addServerHandovers } from './migrations/0050-handovers.ts';
import { addOneTimePasswords } from './migrations/0070-one-time-passwords.ts';
import type { ServerTables } from './schema.ts';

/** A step of the schema. Numbers rise in tens; a released step is never changed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Kysely<unknown>, target: TableTarget) => Promise<void>;
}

/** The list is the order; a bundle has no folder to look through. */
export const serverMigrations: readonly Migration[] = [
  { number: 10, name: '0010-feed-and-morning-desk', up: addFeedAndMorningDesk },
  { number: 20, name: '0020-identity', up: addIdentity },
  { number: 30, name: '0030-groups-and-histories', up: addGroupsAndHistories },
  { number: 40, name: '0040-taking-back', up: addTakingBack },
  { number: 50, name: '0050-handovers', up: addServerHandovers },
  { number: 60, name: '0060-imports', up: addImports },
  { number: 70, name: '0070-one-time-passwords', up: addOneTimePasswords },
  { number: 80, name: '0080-guardian-merges', up: addGuardianMerges },
  { number: 90, name: '0090-school-years', up: addSchoolYears },
];

/** The database was written by a newer server than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/** Any number nobody else locks in this database. */
const MIGRATION_LOCK = 8_470_010;

/**
 * Brings a database to the newest step, all pending ones in one transaction.
 * @throws NewerDatabaseError when the database is ahead of this program; nothing is touched then.
 */
export async function migrateServer(
  db: Kysely<ServerTables>,
  dialect: TableTarget['dialect'],
  migrations: readonly Migration[] = serverMigrations,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Two servers may start at once on one PostgreSQL; even "create if not exists" would collide there.
    if (dialect === 'postgres')
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    await transaction.schema
      .createTable('schema_step')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .execute();
    const done = await sql<{ number: number }>`select number from schema_step order by number`.execute(
      transaction,
    );
    const numbers = new Set(done.rows.map((row) => Number(row.number)));
    const newest = migrations.at(-1)?.number ?? 0;
    if ([...numbers].some((number) => number > newest)) {
      throw new NewerDatabaseError(
        'The database was written by a newer version of this server. Please start that version; nothing was changed.',
      );
    }
    for (const step of migrations) {
      if (numbers.has(step.number)) continue;
      // Migrations know tables only by name: the typed schema describes the newest state.
      await step.up(transaction as unknown as Kysely<unknown>, { dialect, place: 'server' });
      await sql`insert into schema_step (number, name) values (${step.number}, ${step.name})`.execute(
        transaction,
      );
    }
  });
}
