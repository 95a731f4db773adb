import type { z } from 'zod';
import type { SignInResponse, signInRequestSchema } from '../../src-shared/sync/protocol.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';
import type { Clock } from '../sync/clock.ts';
import type { Passwords } from './passwords.ts';
import { findPerson, type Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';

/** What signing in needs. */
export interface SignInParts {
  readonly db: ServerKysely;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
}

/**
 * Signs a member of staff in on a device.
 * A wrong password, an unknown name and a locked account get the same answer in the same time (S09).
 * @param network the caller's address, for the throttle.
 */
export async function signIn(
  parts: SignInParts,
  request: z.output<typeof signInRequestSchema>,
  network: string,
): Promise<SignInResponse> {
  const { db, clock } = parts;
  const school = await findSchool(db, request.schoolKey);
  const userName = request.userName.trim().toLowerCase();
  const account =
    school &&
    (await db
      .selectFrom('account')
      .selectAll()
      .where('schoolId', '=', school.id)
      .where('userName', '=', userName)
      .executeTakeFirst());
  const known = account !== undefined && (await hasSignedInOn(db, account.id, request.deviceId));
  const attempt = {
    schoolId: school?.id ?? 0,
    userName,
    place: known ? `device ${request.deviceId}` : `network ${network}`,
  };
  const wait = await parts.throttle.waitFor(attempt);
  if (wait > 0) return { status: 'throttled', retryInSeconds: wait };
  const right = await parts.passwords.matches(
    account?.lockedAt === null ? account.passwordHash : undefined,
    request.password,
  );
  const person =
    right && account
      ? await findPerson(db, { ...account, accountId: account.id }, toInstant(clock.nowMs()).slice(0, 10))
      : undefined;
  if (!school || !account || !person || person.role === 'guardian') {
    await parts.throttle.failed(attempt);
    return { status: 'wrong' };
  }
  if (!(await admitDevice(db, clock, school.id, request))) return { status: 'revoked' };
  await parts.throttle.succeeded(attempt);
  const session = await parts.sessions.begin({ ...account, accountId: account.id }, request.deviceId);
  return {
    status: 'signedIn',
    ...session,
    person: {
      id: account.personId,
      givenName: person.givenName,
      familyName: person.familyName,
      role: person.role,
    },
    school: { id: String(school.id), name: school.name, timeZone: school.timeZone },
    serverTime: toInstant(clock.nowMs()),
  };
}

/** The named school, or the only one there is. */
async function findSchool(db: ServerKysely, key: string | null) {
  const schools = db.selectFrom('school').select(['id', 'name', 'timeZone']);
  if (key !== null) return schools.where('key', '=', key).executeTakeFirst();
  const found = await schools.limit(2).execute();
  return found.length === 1 ? found[0] : undefined;
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
  db: ServerKysely,
  clock: Clock,
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
