import type { Role } from '../../src-shared/rights/roles.ts';
import { lastsOn } from '../../src-shared/school/last-day.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';
import type { ServerDatabase } from '../database/server-database.ts';
import type { Clock } from '../sync/clock.ts';
import type { Session } from '../sync/session.ts';
import { newToken, tokenHash } from './tokens.ts';

/** A staff app's token lies in its encrypted cache; it lives as long as the offline lease. */
const SESSION_MS = 14 * 86_400_000;
/** A delegation outlives the session: an entry may wait on a locked PC over the summer holidays. */
const DELEGATION_MS = 90 * 86_400_000;

/** The person behind an account, as other parts need it. */
export interface Holder {
  readonly accountId: string;
  readonly schoolId: number;
  readonly kind: 'staff' | 'guardian';
  readonly personId: string;
}

/** Makes, finds and ends sessions and delegations. Only hashes are stored. */
export class Sessions {
  readonly #db: ServerKysely;
  readonly #reader: ServerKysely;
  readonly #clock: Clock;

  /** @param database looking up a session does not wait for a commit group that is being written. */
  constructor(database: Pick<ServerDatabase, 'writer' | 'reader'>, clock: Clock) {
    this.#db = database.writer;
    this.#reader = database.reader;
    this.#clock = clock;
  }

  /** A new session on a device, with a delegation for its sealed entries. */
  async begin(
    holder: Holder,
    deviceId: string,
  ): Promise<{ token: string; delegation: string; expiresAt: string }> {
    const now = this.#clock.nowMs();
    const [token, delegation] = [newToken(), newToken()];
    const base = {
      schoolId: holder.schoolId,
      accountId: holder.accountId,
      deviceId,
      createdAt: toInstant(now),
    };
    const expiresAt = toInstant(now + SESSION_MS);
    await this.#db
      .insertInto('session')
      .values({ ...base, tokenHash: tokenHash(token), expiresAt, lastSeenAt: base.createdAt })
      .execute();
    await this.#db
      .insertInto('delegation')
      .values({ ...base, tokenHash: tokenHash(delegation), expiresAt: toInstant(now + DELEGATION_MS) })
      .execute();
    return { token, delegation, expiresAt };
  }

  /** The session of a token, or undefined when it is unknown, ended, or its device or account is barred. */
  async find(token: string): Promise<Session | undefined> {
    const row = await this.#reader
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.accountId')
      .select([
        'session.schoolId',
        'session.accountId',
        'session.deviceId',
        'session.expiresAt',
        'account.kind',
        'account.personId',
        'account.lockedAt',
      ])
      .where('session.tokenHash', '=', tokenHash(token))
      .executeTakeFirst();
    if (!row || row.lockedAt !== null || row.expiresAt < toInstant(this.#clock.nowMs())) return undefined;
    return this.#sessionOf(row, row.deviceId);
  }

  /**
   * The author a delegation speaks for, used from the device it was given to; `locked`: it may speak again once
   * the account is unlocked.
   */
  async findDelegation(delegation: string, deviceId: string): Promise<Session | 'locked' | undefined> {
    const row = await this.#reader
      .selectFrom('delegation')
      .innerJoin('account', 'account.id', 'delegation.accountId')
      .select([
        'delegation.schoolId',
        'delegation.accountId',
        'delegation.deviceId',
        'delegation.expiresAt',
        'account.kind',
        'account.personId',
        'account.lockedAt',
      ])
      .where('delegation.tokenHash', '=', tokenHash(delegation))
      .executeTakeFirst();
    if (!row || row.deviceId !== deviceId) return undefined;
    if (row.expiresAt < toInstant(this.#clock.nowMs())) return undefined;
    return row.lockedAt === null ? this.#sessionOf(row, deviceId) : 'locked';
  }

  /** Ends one session. */
  async end(token: string): Promise<void> {
    await this.#db.deleteFrom('session').where('tokenHash', '=', tokenHash(token)).execute();
  }

  /** False once a signed-in person has signed out on the device, or may no longer be there; for open streams. */
  async isGood({ accountId, deviceId, schoolId, role }: Session): Promise<boolean> {
    const row = await this.#reader
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.accountId')
      .select(['account.kind', 'account.personId', 'account.lockedAt'])
      .where('session.accountId', '=', accountId)
      .where('session.deviceId', '=', deviceId)
      .where('session.expiresAt', '>=', toInstant(this.#clock.nowMs()))
      .limit(1)
      .executeTakeFirst();
    if (!row || row.lockedAt !== null) return false;
    const now = await this.#sessionOf({ ...row, accountId, schoolId }, deviceId);
    return now?.role === role;
  }

  async #sessionOf(holder: Holder, deviceId: string): Promise<Session | undefined> {
    const school = await this.#reader
      .selectFrom('school')
      .leftJoin('device', (join) =>
        join.onRef('device.schoolId', '=', 'school.id').on('device.id', '=', deviceId),
      )
      .select(['school.timeZone', 'device.revokedAt'])
      .where('school.id', '=', holder.schoolId)
      .executeTakeFirst();
    if (!school || school.revokedAt) return undefined;
    const today = inTimeZone(this.#clock.nowMs(), school.timeZone).day;
    const person = await findPerson(this.#reader, holder, today);
    return (
      person && {
        schoolId: holder.schoolId,
        accountId: holder.accountId,
        personId: holder.personId,
        deviceId,
        ...person,
      }
    );
  }
}

/**
 * Name and role of an account's person; undefined for one who has left.
 * @param today the school's day.
 */
export async function findPerson(
  db: ServerKysely,
  holder: Holder,
  today: string,
): Promise<{ role: Role; name: string; givenName: string; familyName: string } | undefined> {
  if (holder.kind === 'guardian') {
    const guardian = await db
      .selectFrom('guardian')
      .select(['givenName', 'familyName'])
      .where('schoolId', '=', holder.schoolId)
      .where('id', '=', holder.personId)
      .executeTakeFirst();
    return (
      guardian && { role: 'guardian', name: `${guardian.givenName} ${guardian.familyName}`, ...guardian }
    );
  }
  const staff = await db
    .selectFrom('staffMember')
    .select(['givenName', 'familyName', 'role', 'leftOn'])
    .where('schoolId', '=', holder.schoolId)
    .where('id', '=', holder.personId)
    .executeTakeFirst();
  if (!staff || !lastsOn(staff.leftOn, today)) return undefined;
  return {
    role: staff.role,
    name: `${staff.givenName} ${staff.familyName}`,
    givenName: staff.givenName,
    familyName: staff.familyName,
  };
}
