import { randomBytes } from 'node:crypto';
import type { Role } from '../../src-shared/rights/roles.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import { auditAccount } from './account-audit.ts';
import type { SignInParts } from './sign-in-parts.ts';

/** Whose password changes, and the device at which they type it. */
interface Owner {
  readonly id: string;
  readonly schoolId: number;
  readonly personId: string;
  readonly role: Role;
  readonly deviceId: string;
}

/**
 * A person's own new password, after the old one was right: from now on it is theirs alone. Every session elsewhere
 * ends; whoever knew the old password is out. What works at this very device goes on: it would ask with the old
 * password again before it hears of the new one. Delegations stay: what was typed elsewhere is still theirs.
 */
export async function changePassword(parts: SignInParts, owner: Owner, password: string): Promise<void> {
  const { id, schoolId, personId: actorId, role: actorRole, deviceId } = owner;
  const passwordHash = await parts.passwords.hash(password);
  const nowMs = parts.clock.nowMs();
  const newId = () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
  await parts.db.transaction().execute(async (db) => {
    await db.updateTable('account').set({ passwordHash, oneTimeUntil: null }).where('id', '=', id).execute();
    await db.deleteFrom('session').where('accountId', '=', id).where('deviceId', '!=', deviceId).execute();
    const work = { db, schoolId, actorId, actorRole, nowMs, newId };
    const fields = ['passwordHash', 'oneTimeUntil'];
    await auditAccount(work, 'accounts.changePassword', { table: 'account', id, fields });
  });
  parts.endStreams(id, deviceId);
}
