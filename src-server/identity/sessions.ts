import type { Role } from '../../src-shared/rights/roles.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';
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
  readonly #clock: Clock;

  constructor(db: ServerKysely, clock: Clock) {
    this.#db = db;
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
    const row = await this.#db
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

  /** The author a delegation speaks for, used from the device it was given to. */
  async findDelegation(delegation: string, deviceId: string): Promise<Session | undefined> {
    const row = await this.#db
      .selectFrom('delegation')
      .innerJoin('account', 'account.id', 'delegation.accountId')
      .select([
        'delegation.schoolId',
        'delegation.accountId',
        'delegation.deviceId',
        'delegation.expiresAt',
        'account.kind',
        'account.personId',
      ])
      .where('delegation.tokenHash', '=', tokenHash(delegation))
      .executeTakeFirst();
    if (!row || row.deviceId !== deviceId || row.expiresAt < toInstant(this.#clock.nowMs())) return undefined;
    return this.#sessionOf(row, deviceId);
  }

  /** Ends one session. */
  async end(token: string): Promise<void> {
    await this.#db.deleteFrom('session').where('tokenHash', '=', tokenHash(token)).execute();
  }

  async #sessionOf(holder: Holder, deviceId: string): Promise<Session | undefined> {
    const device = await this.#db
      .selectFrom('device')
      .select('revokedAt')
      .where('schoolId', '=', holder.schoolId)
      .where('id', '=', deviceId)
      .executeTakeFirst();
    if (device?.revokedAt) return undefined;
    const person = await findPerson(this.#db, holder, toInstant(this.#clock.nowMs()).slice(0, 10));
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

/** Name and role of an account's person; undefined for one who has left. */
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
  if (!staff || (staff.leftOn !== null && staff.leftOn <= today)) return undefined;
  return {
    role: staff.role,
    name: `${staff.givenName} ${staff.familyName}`,
    givenName: staff.givenName,
    familyName: staff.familyName,
  };
}
