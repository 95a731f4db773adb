import type { Account } from '../../src-shared/accounts/contract.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';

/** The accounts of a school's staff by user name, each with the devices it has been used on, the latest first. */
export async function listAccounts(db: ServerKysely, schoolId: number, nowMs: number): Promise<Account[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'personId', 'userName', 'lockedAt', 'lockReason', 'oneTimeUntil'])
    .where('schoolId', '=', schoolId)
    .where('kind', '=', 'staff')
    .orderBy('userName')
    .execute();
  const devices = await db
    .selectFrom('delegation')
    .innerJoin('device', (join) =>
      join
        .onRef('device.id', '=', 'delegation.deviceId')
        .onRef('device.schoolId', '=', 'delegation.schoolId'),
    )
    .select(['delegation.accountId', 'device.id as deviceId', 'device.name', 'device.revokedAt'])
    .select(({ fn }) => fn.max('delegation.createdAt').as('lastSignInAt'))
    .where('delegation.schoolId', '=', schoolId)
    .groupBy(['delegation.accountId', 'device.id', 'device.name', 'device.revokedAt'])
    .execute();
  devices.sort((one, other) => (one.lastSignInAt > other.lastSignInAt ? -1 : 1));
  return accounts.map(({ id, personId, ...account }) => ({
    staffId: personId,
    ...account,
    state: stateOf(account, toInstant(nowMs)),
    devices: devices.filter(({ accountId }) => accountId === id).map(({ accountId: _, ...device }) => device),
  }));
}

function stateOf(
  { lockedAt, oneTimeUntil }: { lockedAt: string | null; oneTimeUntil: string | null },
  now: string,
): Account['state'] {
  if (lockedAt !== null) return 'locked';
  if (oneTimeUntil === null) return 'active';
  return oneTimeUntil < now ? 'expired' : 'oneTime';
}
