import type { Change } from '../../src-shared/contract/command.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { applyChanges, type ChangedRow, touchedRecords } from './apply-changes.ts';
import type { Arrival, GroupContext } from './arrival.ts';
import { StoredRows } from './stored-rows.ts';

/**
 * Writes an effect of an entry with its audit entry, in the same transaction (I9). What changes nothing is no
 * effect.
 * @param operation what was done, as the audit names it
 * @throws UnfitRowError, TakenIdError; see {@link applyChanges}
 */
export async function writeEffect(
  group: GroupContext,
  { session, entry }: Arrival,
  operation: string,
  changes: readonly Change[],
): Promise<ChangedRow[]> {
  const rows = new StoredRows(group.db, group.dialect, group.schoolId);
  const changed = await applyChanges(rows, changes, group.revision);
  if (changed.length === 0) return changed;
  await group.db
    .insertInto('auditEntry')
    .values({
      schoolId: group.schoolId,
      id: group.newId(),
      at: toInstant(group.nowMs),
      actorId: session.personId,
      actorRole: session.role,
      operation,
      entryId: entry.id,
      revision: group.revision,
      records: JSON.stringify(touchedRecords(changed)),
    })
    .execute();
  return changed;
}
