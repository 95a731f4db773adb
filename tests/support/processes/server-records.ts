import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Opens the embedded database of a server; one that is running may only be read. */
function openServerDatabase(data: string, readonly = true): Database.Database {
  const database = new Database(join(data, 'school.db'), { readonly });
  const key = readFileSync(join(data, 'database.key'), 'utf8').trim();
  database.pragma("cipher='sqlcipher'");
  database.pragma(`key="x'${key}'"`);
  return database;
}

export interface AuditedEffect {
  readonly operation: string;
  readonly actorId: string;
  readonly entryId: string;
  /** Ids of the absence reports it wrote. */
  readonly reportIds: readonly string[];
}

interface AuditRow {
  operation: string;
  actorId: string;
  entryId: string;
  records: string;
}

/** What the server has done since the demo was made, in its own order: one audit entry per effect (I9). */
export function auditedEffects(data: string, operation: string): AuditedEffect[] {
  const database = openServerDatabase(data);
  try {
    const rows = database
      .prepare<[string], AuditRow>(
        `select operation, actor_id as actorId, entry_id as entryId, records from audit_entry
         where operation = ? order by revision, rowid`,
      )
      .all(operation);
    return rows.map(({ records, ...row }) => ({ ...row, reportIds: reportIdsOf(records) }));
  } finally {
    database.close();
  }
}

function reportIdsOf(records: string): string[] {
  // Written by the server as `[{table, id, fields}]` (schema.ts).
  const parsed = JSON.parse(records) as { table: string; id: string }[];
  return parsed.filter(({ table }) => table === 'absenceReport').map(({ id }) => id);
}

/** The id of the staff member who signs in under a name. */
export function personIdOf(data: string, userName: string): string {
  const database = openServerDatabase(data);
  try {
    const found = database
      .prepare<[string], { id: string }>('select person_id as id from account where user_name = ?')
      .get(userName);
    if (!found) throw new Error(`The demo has no ${userName}.`);
    return found.id;
  } finally {
    database.close();
  }
}

/** What "this PC was stolen" does, while the server is down: no device is trusted any more. */
export function revokeDevices(data: string): void {
  const database = openServerDatabase(data, false);
  try {
    database.prepare(`update device set revoked_at = '2026-11-24T07:00:00.000Z'`).run();
  } finally {
    database.close();
  }
}
