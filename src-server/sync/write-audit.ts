import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerWriter } from '../database/schema.ts';
import { type ChangedRow, type TouchedRecord, touchedRecords } from './apply-changes.ts';

/** The transaction an effect belongs to. */
export interface AuditPlace {
  readonly db: ServerWriter;
  readonly schoolId: number;
  readonly revision: number;
  readonly nowMs: number;
  readonly newId: () => string;
}

/** Who did what. `entryId` null: nobody's entry, but the server's own housekeeping. */
export interface AuditedAct {
  readonly actorId: string;
  readonly actorRole: string;
  readonly operation: string;
  readonly entryId: string | null;
}

/** One audit entry per effect, in its transaction (I9): records and field names, never content. */
export async function writeAudit(
  place: AuditPlace,
  act: AuditedAct,
  changed: readonly ChangedRow[],
): Promise<void> {
  if (changed.length > 0) await writeAuditOf(place, act, touchedRecords(changed));
}

/** An audit entry about records that are named here; see {@link writeAudit}. */
export async function writeAuditOf(
  place: AuditPlace,
  act: AuditedAct,
  records: readonly TouchedRecord[],
): Promise<void> {
  await place.db
    .insertInto('auditEntry')
    .values({
      schoolId: place.schoolId,
      id: place.newId(),
      at: toInstant(place.nowMs),
      revision: place.revision,
      records: JSON.stringify(records),
      ...act,
    })
    .execute();
}
