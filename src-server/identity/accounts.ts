import { randomBytes } from 'node:crypto';
import type {
  AccountArgs,
  AccountOperation,
  AccountRefusal,
  AccountResult,
} from '../../src-shared/accounts/contract.ts';
import { lastsOn } from '../../src-shared/school/last-day.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerParts } from '../http/parts.ts';
import type { Session } from '../sync/session.ts';
import { type AccountWork, auditAccount } from './account-audit.ts';
import { listAccounts } from './list-accounts.ts';
import { newOneTimePassword, oneTimeEnd } from './one-time-password.ts';

/** A person's wish that can't be fulfilled; undoes its transaction. */
class Refused extends Error {
  readonly reason: AccountRefusal;
  constructor(reason: AccountRefusal) {
    super(reason);
    this.reason = reason;
  }
}

type Operations = {
  readonly [N in AccountOperation]: (session: Session, args: AccountArgs<N>) => Promise<AccountResult<N>>;
};

/**
 * Accounts of a school's staff, for whoever may look after them (the caller has asked). Each effect has its
 * audit entry in the same transaction. Nobody changes their own account here: who locks themselves out would need
 * somebody else, and who renews their own password would do without the old one.
 */
export function accountsOf(parts: ServerParts): Operations {
  const oneTime = async <T>(write: (passwordHash: string) => Promise<T>) => {
    const password = newOneTimePassword();
    return { password, written: await write(await parts.passwords.hash(password)) };
  };
  return {
    'accounts.list': async ({ schoolId }) => ({
      accounts: await listAccounts(parts.database.reader, schoolId, parts.clock.nowMs()),
    }),
    'accounts.open': (session, { staffId, userName }) =>
      orRefusal(async () => {
        const until = oneTimeEnd(parts.clock.nowMs());
        const { password } = await oneTime((passwordHash) =>
          within(parts, session, (work) => open(work, { staffId, userName, passwordHash, until })),
        );
        return { status: 'oneTime', userName, password, until };
      }),
    'accounts.renew': (session, { staffId }) =>
      orRefusal(async () => {
        const until = oneTimeEnd(parts.clock.nowMs());
        const { password, written } = await oneTime((passwordHash) =>
          within(parts, session, (work) => renew(work, staffId, { passwordHash, until })),
        );
        parts.endStreams(written.id, null);
        return { status: 'oneTime', userName: written.userName, password, until };
      }),
    'accounts.lock': (session, { staffId, reason }) =>
      orRefusal(async () => {
        parts.endStreams(await within(parts, session, (work) => lock(work, staffId, reason)), null);
        return { status: 'done' };
      }),
    'accounts.unlock': (session, { staffId }) =>
      orRefusal(async () => {
        await within(parts, session, (work) => unlock(work, staffId));
        return { status: 'done' };
      }),
    'accounts.revokeDevice': (session, { deviceId }) =>
      orRefusal(async () => {
        await within(parts, session, (work) => revokeDevice(work, deviceId));
        const { schoolId } = session;
        parts.sync.streams.signOut((one) => one.deviceId === deviceId && one.schoolId === schoolId);
        return { status: 'done' };
      }),
  };
}

async function orRefusal<T>(
  work: () => Promise<T>,
): Promise<T | { status: 'refused'; reason: AccountRefusal }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { status: 'refused', reason: error.reason };
    throw error;
  }
}

function within<T>(
  parts: ServerParts,
  session: Session,
  work: (work: AccountWork) => Promise<T>,
): Promise<T> {
  const { schoolId, personId: actorId, role: actorRole } = session;
  const nowMs = parts.clock.nowMs();
  const newId = () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length)));
  return parts.database.writer
    .transaction()
    .execute((db) => work({ db, schoolId, actorId, actorRole, nowMs, newId }));
}

interface NewAccount {
  readonly staffId: string;
  readonly userName: string;
  readonly passwordHash: string;
  readonly until: string;
}

async function open(
  work: AccountWork,
  { staffId, userName, passwordHash, until }: NewAccount,
): Promise<void> {
  const { db, schoolId, nowMs } = work;
  await refuseUnlessHere(work, staffId);
  if (await findAccount(work, staffId)) throw new Refused('accountThere');
  const id = work.newId();
  const added = await db
    .insertInto('account')
    .values({
      ...{ id, schoolId, kind: 'staff', personId: staffId, userName, passwordHash },
      ...{ createdAt: toInstant(nowMs), lockedAt: null, lockReason: null, oneTimeUntil: until },
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'userName']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) throw new Refused('userNameTaken');
  await auditAccount(work, 'accounts.open', {
    table: 'account',
    id,
    fields: ['userName', 'passwordHash', 'oneTimeUntil'],
  });
}

async function renew(
  work: AccountWork,
  staffId: string,
  { passwordHash, until }: { passwordHash: string; until: string },
): Promise<{ id: string; userName: string }> {
  const { id, userName, lockedAt } = await othersAccount(work, staffId);
  await refuseUnlessHere(work, staffId);
  if (lockedAt !== null) throw new Refused('accountLocked');
  await work.db
    .updateTable('account')
    .set({ passwordHash, oneTimeUntil: until })
    .where('id', '=', id)
    .execute();
  await work.db.deleteFrom('session').where('accountId', '=', id).execute();
  await auditAccount(work, 'accounts.renew', {
    table: 'account',
    id,
    fields: ['passwordHash', 'oneTimeUntil'],
  });
  return { id, userName };
}

async function lock(work: AccountWork, staffId: string, reason: string): Promise<string> {
  const { id, lockedAt } = await othersAccount(work, staffId);
  if (lockedAt !== null) throw new Refused('accountLocked');
  const locked = { lockedAt: toInstant(work.nowMs), lockReason: reason };
  await work.db.updateTable('account').set(locked).where('id', '=', id).execute();
  await work.db.deleteFrom('session').where('accountId', '=', id).execute();
  await auditAccount(work, 'accounts.lock', { table: 'account', id, fields: Object.keys(locked) });
  return id;
}

async function unlock(work: AccountWork, staffId: string): Promise<void> {
  const { id, lockedAt } = await othersAccount(work, staffId);
  if (lockedAt === null) return;
  const free = { lockedAt: null, lockReason: null };
  await work.db.updateTable('account').set(free).where('id', '=', id).execute();
  await auditAccount(work, 'accounts.unlock', { table: 'account', id, fields: Object.keys(free) });
}

async function revokeDevice(work: AccountWork, deviceId: string): Promise<void> {
  const { db, schoolId, nowMs } = work;
  const revoked = await db
    .updateTable('device')
    .set({ revokedAt: toInstant(nowMs) })
    .where('schoolId', '=', schoolId)
    .where('id', '=', deviceId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!revoked) throw new Refused('deviceUnknown');
  await db.deleteFrom('session').where('schoolId', '=', schoolId).where('deviceId', '=', deviceId).execute();
  await auditAccount(work, 'accounts.revokeDevice', { table: 'device', id: deviceId, fields: ['revokedAt'] });
}

function findAccount({ db, schoolId }: AccountWork, staffId: string) {
  return db
    .selectFrom('account')
    .select(['id', 'userName', 'lockedAt'])
    .where('schoolId', '=', schoolId)
    .where('kind', '=', 'staff')
    .where('personId', '=', staffId)
    .executeTakeFirst();
}

async function othersAccount(work: AccountWork, staffId: string) {
  if (staffId === work.actorId) throw new Refused('ownAccount');
  const account = await findAccount(work, staffId);
  if (!account) throw new Refused('accountUnknown');
  return account;
}

async function refuseUnlessHere({ db, schoolId, nowMs }: AccountWork, staffId: string): Promise<void> {
  const person = await db
    .selectFrom('staffMember')
    .innerJoin('school', 'school.id', 'staffMember.schoolId')
    .select(['staffMember.leftOn', 'school.timeZone'])
    .where('staffMember.schoolId', '=', schoolId)
    .where('staffMember.id', '=', staffId)
    .executeTakeFirst();
  if (!person) throw new Refused('staffUnknown');
  if (!lastsOn(person.leftOn, inTimeZone(nowMs, person.timeZone).day)) throw new Refused('staffLeft');
}
