import { type Change, wouldOverwrite } from '../../src-shared/contract/command.ts';
import { rootIdOf, type TableName, tables } from '../../src-shared/tables/registry.ts';
import type { Cell } from '../database/server-database.ts';
import type { StoredRows } from './stored-rows.ts';

/** What an audit entry says of one record: which fields an effect touched, never their content. */
export interface TouchedRecord {
  readonly table: TableName | 'account' | 'device';
  readonly id: string;
  readonly fields: readonly string[];
}

/** A row that has changed, as streams and visibility need it. `row` undefined: it was removed. */
export interface ChangedRow {
  readonly table: TableName;
  readonly id: string;
  readonly rootId: string;
  readonly row: Readonly<Record<string, Cell>> | undefined;
  /** Fields that differ from before; all fields of a new row. */
  readonly fields: readonly string[];
}

/**
 * A rule wants a row that can't be: one that takes another root's row away (rights were asked for the new root
 * only, and whoever sees the old one would keep a stale row), or one whose id is no id.
 */
export class UnfitRowError extends Error {
  override name = 'UnfitRowError';
}

/** A new row has the id of one that is there already and says something else. */
export class TakenIdError extends Error {
  override name = 'TakenIdError';
}

/**
 * Writes what a rule wants. Rows that are already so are left alone, so a repeated rule has no effect.
 * @returns the rows that really changed.
 * @throws UnfitRowError when a change would take a row away from another root, or has no proper id.
 * @throws TakenIdError when a new row would overwrite another.
 */
export async function applyChanges(
  rows: StoredRows,
  changes: readonly Change[],
  revision: number,
): Promise<ChangedRow[]> {
  const changed: ChangedRow[] = [];
  for (const change of changes) {
    const id = change.kind === 'put' ? change.row.id : change.id;
    const before = await rows.find(change.table, id);
    const after: Record<string, Cell> | undefined = change.kind === 'put' ? change.row : undefined;
    const known = before ?? after;
    if (!known) continue;
    if (wouldOverwrite(change, before)) throw new TakenIdError(change.table);
    const rootId = rootIdOf(change.table, known);
    if (!after) {
      await rows.remove(change.table, id, rootId, revision);
      changed.push({ table: change.table, id, rootId, row: undefined, fields: Object.keys(known) });
      continue;
    }
    refuseUnfit(change.table, after, rootId);
    const fields = Object.keys(after).filter((field) => !before || before[field] !== after[field]);
    if (fields.length === 0 || change.kind !== 'put') continue;
    await rows.put(change, revision);
    changed.push({ table: change.table, id, rootId, row: after, fields });
  }
  return changed;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Ids are UUIDs; `*` as a root would stand for all children (decision 0002). Settings have names instead. */
function refuseUnfit(table: TableName, row: Readonly<Record<string, Cell>>, rootId: string): void {
  if (rootIdOf(table, row) !== rootId) throw new UnfitRowError(table);
  const named = tables[table].rootColumn === null ? [] : [rootId];
  if (table !== 'schoolSetting') named.push(String(row.id));
  if (!named.every((id) => uuid.test(id))) throw new UnfitRowError(table);
}

/** Record and field names of an effect, for the audit. */
export function touchedRecords(changed: readonly ChangedRow[]): TouchedRecord[] {
  return changed.map(({ table, id, fields }) => ({ table, id, fields }));
}
