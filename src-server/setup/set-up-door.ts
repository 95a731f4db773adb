import { timingSafeEqual } from 'node:crypto';
import { newToken, tokenHash } from '../identity/tokens.ts';
import type { Clock } from '../sync/clock.ts';

const OPEN_MS = 15 * 60_000;
const TRIES = 10;

/**
 * The way into a server that has no school yet: a token printed on its console, good once and for fifteen
 * minutes (S33). There is no default account; without the console nobody gets in.
 */
export class SetUpDoor {
  readonly #clock: Clock;
  #open: { hash: string; until: number; tries: number } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Opens the door and returns the token for the console. An older token is void. */
  open(): string {
    const token = newToken();
    this.#open = { hash: tokenHash(token), until: this.#clock.nowMs() + OPEN_MS, tries: 0 };
    return token;
  }

  /** True for the right token in time. Wrong ones are counted; after ten the door shuts. */
  admits(token: string): boolean {
    const open = this.#open;
    if (!open || this.#clock.nowMs() > open.until) return false;
    const right = timingSafeEqual(Buffer.from(open.hash), Buffer.from(tokenHash(token)));
    if (!right && ++open.tries >= TRIES) this.#open = undefined;
    return right;
  }

  /** Shuts the door: the school is set up. */
  shut(): void {
    this.#open = undefined;
  }
}
