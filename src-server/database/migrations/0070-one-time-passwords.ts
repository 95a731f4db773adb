import type { Kysely } from 'kysely';

/** Passwords that somebody else made, and why an account is locked. */
export async function addOneTimePasswords(db: Kysely<unknown>): Promise<void> {
  for (const column of ['one_time_until', 'lock_reason'])
    await db.schema.alterTable('account').addColumn(column, 'text').execute();
}
