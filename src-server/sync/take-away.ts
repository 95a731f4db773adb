import type { Change } from '../../src-shared/contract/command.ts';
import type { DomainReader } from '../../src-shared/tables/registry.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import { readSchool } from '../database/school-scope.ts';
import { applyChanges, type ChangedRow } from './apply-changes.ts';
import type { GroupContext } from './arrival.ts';
import { StoredRows } from './stored-rows.ts';
import { writeAudit } from './write-audit.ts';

/** Finds rows that are to be taken away at an instant (ISO, UTC). */
export type Outdated = (db: DomainReader, now: string) => Promise<readonly Change[]>;

/** Nobody's act: the school's own rules say how long things are kept. */
const HOUSEKEEPING = { actorId: '-', actorRole: 'server', operation: 'housekeeping.forget', entryId: null };

/** Writes what nobody asked for: rows that are kept too long go, with tombstones for the desks and one audit entry. */
export async function takeAway(context: GroupContext, outdated: Outdated): Promise<ChangedRow[]> {
  const changes = await outdated(readSchool(context.db, context.schoolId), toInstant(context.nowMs));
  const rows = new StoredRows(context.db, context.dialect, context.schoolId);
  const changed = await applyChanges(rows, changes, context.revision);
  await writeAudit(context, HOUSEKEEPING, changed);
  return changed;
}
