import type { z } from 'zod';
import type { SignInResponse, signInRequestSchema } from '../../src-shared/sync/protocol.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';
import { changePassword } from './change-password.ts';
import { networkOf } from './network.ts';
import { findPerson } from './sessions.ts';
import type { SignInParts } from './sign-in-parts.ts';
import type { Attempt } from './throttle.ts';

type Request = z.output<typeof signInRequestSchema>;
type School = NonNullable<Awaited<ReturnType<typeof findSchool>>>;
type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

/**
 * Signs a member of staff in on a device.
 * A wrong password, an unknown name and a locked account get the same answer in the same time (S09).
 * @param address the caller's address, for the throttle.
 */
export async function signIn(parts: SignInParts, request: Request, address: string): Promise<SignInResponse> {
  const { db } = parts;
  const userName = request.userName.normalize('NFC').toLowerCase();
  const school = await findSchool(db, request.schoolKey);
  const account = school && (await findAccount(db, school.id, userName));
  const known = account !== undefined && (await hasSignedInOn(db, account.id, request.deviceId));
  const attempt: Attempt = {
    schoolId: school?.id ?? 0,
    userName,
    place: known ? `device ${request.deviceId}` : `network ${networkOf(address)}`,
  };
  return parts.throttle.inTurn(attempt, async () => {
    const wait = await parts.throttle.waitFor(attempt);
    if (wait > 0) return { status: 'throttled', retryInSeconds: wait };
    const person = await personOf(parts, school, account, request.password);
    if (!school || !account || !person || person.role === 'guardian') {
      await parts.throttle.failed(attempt);
      return { status: 'wrong' };
    }
    if (!(await admitDevice(parts, school.id, request))) return { status: 'revoked' };
    await parts.throttle.succeeded(attempt);
    const hurdle = hurdleOf(account, request, toInstant(parts.clock.nowMs()));
    if (hurdle) return { status: hurdle };
    const { givenName, familyName, role } = person;
    if (request.newPassword !== undefined)
      await changePassword(parts, { ...account, role, deviceId: request.deviceId }, request.newPassword);
    return {
      status: 'signedIn',
      ...(await parts.sessions.begin({ ...account, accountId: account.id }, request.deviceId)),
      person: { id: account.personId, givenName, familyName, role },
      school: { id: String(school.id), name: school.name, timeZone: school.timeZone },
      serverTime: toInstant(parts.clock.nowMs()),
    };
  });
}

/** What keeps somebody with the right password out; undefined: nothing. */
function hurdleOf(
  { oneTimeUntil }: Account,
  { password, newPassword }: Request,
  now: string,
): 'ownPasswordNeeded' | 'oneTimeExpired' | undefined {
  if (oneTimeUntil === null) return undefined;
  if (oneTimeUntil < now) return 'oneTimeExpired';
  return newPassword === undefined || newPassword === password ? 'ownPasswordNeeded' : undefined;
}

/** The account's person if the password is right. A password is hashed in every case. */
async function personOf(
  { db, clock, passwords }: SignInParts,
  school: School | undefined,
  account: Account | undefined,
  password: string,
) {
  const right = await passwords.matches(
    account?.lockedAt === null ? account.passwordHash : undefined,
    password,
  );
  if (!right || !school || !account) return undefined;
  const today = inTimeZone(clock.nowMs(), school.timeZone).day;
  return findPerson(db, { ...account, accountId: account.id }, today);
}

/** The named school, or the only one there is. */
async function findSchool(db: ServerKysely, key: string | null) {
  const schools = db.selectFrom('school').select(['id', 'name', 'timeZone']);
  if (key !== null) return schools.where('key', '=', key).executeTakeFirst();
  const found = await schools.limit(2).execute();
  return found.length === 1 ? found[0] : undefined;
}

async function findAccount(db: ServerKysely, schoolId: number, userName: string) {
  return db
    .selectFrom('account')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('userName', '=', userName)
    .executeTakeFirst();
}

async function hasSignedInOn(db: ServerKysely, accountId: string, deviceId: string): Promise<boolean> {
  const row = await db
    .selectFrom('delegation')
    .select('tokenHash')
    .where('accountId', '=', accountId)
    .where('deviceId', '=', deviceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes a device seen for the first time; false for a revoked one. */
async function admitDevice(
  { db, clock }: SignInParts,
  schoolId: number,
  request: { deviceId: string; deviceName: string },
): Promise<boolean> {
  const device = await db
    .selectFrom('device')
    .select('revokedAt')
    .where('schoolId', '=', schoolId)
    .where('id', '=', request.deviceId)
    .executeTakeFirst();
  if (device) return device.revokedAt === null;
  await db
    .insertInto('device')
    .values({
      id: request.deviceId,
      schoolId,
      name: request.deviceName,
      firstSeenAt: toInstant(clock.nowMs()),
      revokedAt: null,
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'id']).doNothing())
    .execute();
  return true;
}
