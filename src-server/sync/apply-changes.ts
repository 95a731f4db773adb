import type { Change } from '../../src-shared/contract/command.ts';
import { rootIdOf, type TableName } from '../../src-shared/tables/registry.ts';
import type { Cell } from '../database/open-database.ts';
import type { StoredRows } from './stored-rows.ts';

/** What an audit entry says of one record: which fields an effect touched, never their content. */
export interface TouchedRecord {
  readonly table: TableName;
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
 * Writes what a rule wants. Rows that are already so are left alone, so a repeated rule has no effect.
 * @returns the rows that really changed.
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
    if (change.kind === 'remove') {
      if (!before) continue;
      await rows.remove(change.table, id, change.rootId, revision);
      changed.push({
        table: change.table,
        id,
        rootId: change.rootId,
        row: undefined,
        fields: Object.keys(before),
      });
      continue;
    }
    const after: Record<string, Cell> = change.row;
    const fields = Object.keys(after).filter((field) => !before || before[field] !== after[field]);
    if (fields.length === 0) continue;
    await rows.put(change, revision);
    changed.push({ table: change.table, id, rootId: rootIdOf(change.table, after), row: after, fields });
  }
  return changed;
}

/** Record and field names of an effect, for the audit. */
export function touchedRecords(changed: readonly ChangedRow[]): TouchedRecord[] {
  return changed.map(({ table, id, fields }) => ({ table, id, fields }));
}
