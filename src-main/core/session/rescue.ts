import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { CacheTransaction } from '../database/cache.ts';
import { type DatabaseFile, openDatabase, type RawDatabase } from '../database/open-database.ts';

type Stored = Record<string, string | number | null>;

/** What could still be read of a damaged cache: everything a person typed that has no second home. */
export interface Rescued {
  readonly outbox: readonly Stored[];
  readonly refused: readonly Stored[];
  readonly sent: readonly Stored[];
  readonly draft: readonly Stored[];
}

const nothing: Rescued = { outbox: [], refused: [], sent: [], draft: [] };

/** Reads what it can from a damaged cache, row by row; never fails. */
export function readRescue(file: DatabaseFile): Rescued {
  if (!existsSync(file.path)) return nothing;
  let raw: RawDatabase;
  try {
    raw = openDatabase(file);
  } catch {
    return nothing;
  }
  try {
    return {
      outbox: readableRows(raw, 'outbox_entry', 'position'),
      refused: readableRows(raw, 'refused_entry', 'id'),
      sent: readableRows(raw, 'sent_entry', 'position'),
      draft: readableRows(raw, 'working_draft', 'id'),
    };
  } finally {
    raw.close();
  }
}

/** Rows of a table in the order of a column; a row on a damaged page is passed over, not an end. */
function readableRows(raw: RawDatabase, table: string, column: string): Stored[] {
  const rows: Stored[] = [];
  for (const direction of ['asc', 'desc'] as const) {
    const seen = new Set(rows.map((row) => row[column]));
    try {
      const found = raw
        .prepare<[], Stored>(`select * from ${table} order by ${column} ${direction}`)
        .iterate();
      for (const row of found) if (!seen.has(row[column] ?? null)) rows.push(row);
      break;
    } catch {
      // What stands behind the damaged page is found from the other end.
    }
  }
  return rows.sort((left, right) => Number(left.position ?? 0) - Number(right.position ?? 0));
}

/** Puts rescued rows into a new cache. Entries have no effect yet: their rules run when the rows are back. */
export async function putRescue(tx: CacheTransaction, rescued: Rescued): Promise<void> {
  const tables: [string, readonly Stored[]][] = [
    ['outbox_entry', rescued.outbox.map((row) => ({ ...row, state: 'pending' }))],
    ['refused_entry', rescued.refused],
    ['sent_entry', rescued.sent],
    ['working_draft', rescued.draft],
  ];
  for (const [table, rows] of tables) {
    for (const row of rows) {
      const columns = Object.keys(row);
      const values = columns.map((column) => `@${column}`).join(', ');
      tx.raw.prepare(`insert or ignore into ${table} (${columns.join(', ')}) values (${values})`).run(row);
    }
  }
}

/** Sets a database file aside under another name, for somebody who can read more of it than this app. */
export async function setAside(path: string, mark: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(path + end)) await rename(path + end, `${path}.${mark}${end}`);
  }
}
