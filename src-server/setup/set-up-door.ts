import { timingSafeEqual } from 'node:crypto';
import { newToken, tokenHash } from '../identity/tokens.ts';
import type { Clock } from '../sync/clock.ts';

const OPEN_MS = 15 * 60_000;
const TRIES = 10;

interface Opened {
  readonly hash: string;
  readonly until: number;
  readonly scope: SetUpScope;
  tries: number;
  taken: boolean;
}

/** What became of somebody at the door. */
export type Entrance<T> = { readonly admitted: true; readonly result: T } | { readonly admitted: false };

/** What the token is good for. `further`: a school beside those that are there. */
export interface SetUpScope {
  readonly further: boolean;
}

/**
 * The way into a server that has no school yet, or is to get another: a token printed on its console, good once and for fifteen
 * minutes (S33). There is no default account; without the console nobody gets in.
 */
export class SetUpDoor {
  readonly #clock: Clock;
  #open: Opened | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Opens the door and returns the token for the console. An older token is void. */
  open(scope: SetUpScope = { further: false }): string {
    const token = newToken();
    const until = this.#clock.nowMs() + OPEN_MS;
    this.#open = { hash: tokenHash(token), until, tries: 0, taken: false, scope };
    return token;
  }

  /** Whether a further school may be founded now. */
  get isOpenToFurther(): boolean {
    const open = this.#open;
    return open ? open.scope.further && this.#clock.nowMs() <= open.until : false;
  }

  /**
   * Does the work for the holder of the right token, one at a time; the door shuts behind a success. When the
   * work throws, the token is as good as before. Wrong tokens are counted; after ten the door shuts.
   */
  async enter<T>(token: string, work: (scope: SetUpScope) => Promise<T>): Promise<Entrance<T>> {
    const open = this.#open;
    if (!open || !this.#admits(open, token)) return { admitted: false };
    open.taken = true;
    try {
      const result = await work(open.scope);
      this.#open = undefined;
      return { admitted: true, result };
    } finally {
      open.taken = false;
    }
  }

  #admits(open: Opened, token: string): boolean {
    if (this.#clock.nowMs() > open.until) return false;
    const right = timingSafeEqual(Buffer.from(open.hash), Buffer.from(tokenHash(token)));
    if (right) return !open.taken;
    open.tries += 1;
    if (open.tries >= TRIES) this.#open = undefined;
    return false;
  }
}
