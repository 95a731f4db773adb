import { randomBytes } from 'node:crypto';
import type { Role } from '../../src-shared/rights/roles.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import { writeAuditOf } from '../sync/write-audit.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Whose password changes. */
interface Owner {
  readonly id: string;
  readonly schoolId: number;
  readonly personId: string;
  readonly role: Role;
}

/**
 * A person's own new password, after the old one was right: from now on it is theirs alone. Every session ends;
 * whoever knew the old password is out. Delegations stay: what was typed elsewhere is still theirs.
 */
export async function changePassword(parts: SignInParts, owner: Owner, password: string): Promise<void> {
  const { id, schoolId, personId: actorId, role: actorRole } = owner;
  const passwordHash = await parts.passwords.hash(password);
  const nowMs = parts.clock.nowMs();
  const newId = () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
  await parts.db.transaction().execute(async (db) => {
    await db.updateTable('account').set({ passwordHash, oneTimeUntil: null }).where('id', '=', id).execute();
    await db.deleteFrom('session').where('accountId', '=', id).execute();
    const { revision } = await db
      .selectFrom('school')
      .select('revision')
      .where('id', '=', schoolId)
      .executeTakeFirstOrThrow();
    const act = { actorId, actorRole, operation: 'accounts.changePassword', entryId: null };
    const fields = ['passwordHash', 'oneTimeUntil'];
    await writeAuditOf({ db, schoolId, revision, nowMs, newId }, act, [{ table: 'account', id, fields }]);
  });
  parts.endStreams(id);
}
