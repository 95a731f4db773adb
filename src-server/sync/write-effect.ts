import type { Change } from '../../src-shared/contract/command.ts';
import { applyChanges, type ChangedRow } from './apply-changes.ts';
import type { Arrival, GroupContext } from './arrival.ts';
import { StoredRows } from './stored-rows.ts';
import { writeAudit } from './write-audit.ts';

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
  const { personId: actorId, role: actorRole } = session;
  await writeAudit(group, { actorId, actorRole, operation, entryId: entry.id }, changed);
  return changed;
}
