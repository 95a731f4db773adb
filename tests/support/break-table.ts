import { sql } from 'kysely';
import type { ServerDatabase } from '../../src-server/database/server-database.ts';

/**
 * Makes inserts into a table fail, as a defect or a full index would.
 * @param when SQL over `new`, or nothing for all rows.
 * @returns how to mend it.
 */
export async function breakInserts(
  database: ServerDatabase,
  table: string,
  when = '1 = 1',
): Promise<() => Promise<void>> {
  const run = async (text: string) => void (await sql.raw(text).execute(database.writer));
  const name = `broken_${table}`;
  if (database.dialect === 'sqlite') {
    await run(
      `create trigger ${name} before insert on ${table} when ${when} begin select raise(abort, 'broken'); end`,
    );
    return () => run(`drop trigger ${name}`);
  }
  await run(
    `create function ${name}() returns trigger language plpgsql as $$ begin if ${when} then raise 'broken'; end if; return new; end $$`,
  );
  await run(`create trigger ${name} before insert on ${table} for each row execute function ${name}()`);
  return async () => {
    await run(`drop trigger ${name} on ${table}`);
    await run(`drop function ${name}()`);
  };
}
