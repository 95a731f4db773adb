import type { Transaction } from 'kysely';
import type { Role } from '../../src-shared/rights/roles.ts';
import type { ServerTables } from '../database/schema.ts';
import type { TouchedRecord } from '../sync/apply-changes.ts';
import { writeAuditOf } from '../sync/write-audit.ts';

/** The transaction of one act about an account, its moment, and whose act it is. */
export interface AccountWork {
  readonly db: Transaction<ServerTables>;
  readonly schoolId: number;
  readonly actorId: string;
  readonly actorRole: Role;
  readonly nowMs: number;
  readonly newId: () => string;
}

/** The audit entry of an act about an account or a device, which no revision of the school belongs to: the present one. */
export async function auditAccount(
  { db, schoolId, actorId, actorRole, nowMs, newId }: AccountWork,
  operation: string,
  record: TouchedRecord,
): Promise<void> {
  const { revision } = await db
    .selectFrom('school')
    .select('revision')
    .where('id', '=', schoolId)
    .executeTakeFirstOrThrow();
  const act = { actorId, actorRole, operation, entryId: null };
  await writeAuditOf({ db, schoolId, revision, nowMs, newId }, act, [record]);
}
