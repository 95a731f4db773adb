import { createHash } from 'node:crypto';
import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerKysely } from '../database/schema.ts';
import type { Clock } from '../sync/clock.ts';
import { OneAtATime } from './one-at-a-time.ts';

/** Failures that cost nothing; people mistype. */
const FREE = 5;
/** Failures from one place, whatever the account, before it has to wait. */
const FREE_PER_PLACE = 40;
const FIRST_WAIT_S = 5;
const LONGEST_WAIT_S = 15 * 60;
/** After this long without a failure the count begins anew. */
const FORGET_MS = 15 * 60_000;

/** Where an attempt comes from: an account as tried from one place, and the place itself. */
export interface Attempt {
  readonly schoolId: number;
  readonly userName: string;
  /** A device on which this account has signed in before, else the network. So a stranger slows only himself. */
  readonly place: string;
}

/**
 * Slows guessing down without ever locking an account (ASVS 6.1.1): waits grow per (account, place) and per
 * place. The owner at another place, or on a device known for the account, is not concerned.
 */
export class Throttle {
  readonly #db: ServerKysely;
  readonly #clock: Clock;
  readonly #turns = new OneAtATime();

  constructor(db: ServerKysely, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Attempts from one place are made one after the other: fifty at once would all pass before one was counted. */
  inTurn<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
    return this.#turns.run(attempt.place, work);
  }

  /** Seconds to wait before this attempt may be made; 0 when it may be made now. */
  async waitFor(attempt: Attempt): Promise<number> {
    const own = await this.#remaining(accountKey(attempt), FREE);
    const place = await this.#remaining(placeKey(attempt), FREE_PER_PLACE);
    return Math.max(own, place);
  }

  /** Counts a failure. */
  async failed(attempt: Attempt): Promise<void> {
    const at = toInstant(this.#clock.nowMs());
    for (const id of [accountKey(attempt), placeKey(attempt)]) {
      const known = await this.#find(id);
      const count = known && !this.#forgotten(known.lastAt) ? known.count + 1 : 1;
      await this.#db
        .insertInto('signInFailure')
        .values({ id, count, lastAt: at })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ count, lastAt: at }))
        .execute();
    }
  }

  /** Forgets the account's failures at this place after a success. */
  async succeeded(attempt: Attempt): Promise<void> {
    await this.#db.deleteFrom('signInFailure').where('id', '=', accountKey(attempt)).execute();
  }

  async #remaining(id: string, free: number): Promise<number> {
    const known = await this.#find(id);
    if (!known || known.count < free || this.#forgotten(known.lastAt)) return 0;
    const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** (known.count - free));
    return Math.max(0, Math.ceil((Date.parse(known.lastAt) + wait * 1000 - this.#clock.nowMs()) / 1000));
  }

  #forgotten(lastAt: string): boolean {
    return Date.parse(lastAt) + FORGET_MS < this.#clock.nowMs();
  }

  #find(id: string) {
    return this.#db
      .selectFrom('signInFailure')
      .select(['count', 'lastAt'])
      .where('id', '=', id)
      .executeTakeFirst();
  }
}

function accountKey(attempt: Attempt): string {
  return digest(`${attempt.schoolId}\0${attempt.userName}\0${attempt.place}`);
}

function placeKey(attempt: Attempt): string {
  return digest(`place\0${attempt.place}`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
