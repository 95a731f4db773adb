import type { AlphabeticalOrder } from './alphabetical-order.ts';
import { worstGoodLevel, worstLevelOf } from './levels.ts';
import type { Reading } from './query.ts';

export interface RankedSlot {
  readonly slot: number;
  readonly rank: number;
  readonly position: number;
  readonly reading: Reading;
}

/** Keeps the first `limit` children by rank, then by alphabet, out of any number that are offered. */
export class BestHits {
  readonly #limit: number;
  readonly #order: AlphabeticalOrder;
  readonly #best: RankedSlot[] = [];
  /** The reading by which the next children are found. */
  reading: Reading = [];
  /** How many were found without guessing; may stop counting once there are `limit`. */
  good = 0;
  #worstRank = Number.POSITIVE_INFINITY;
  #worstPosition = Number.POSITIVE_INFINITY;

  constructor(limit: number, order: AlphabeticalOrder) {
    this.#limit = limit;
    this.#order = order;
  }

  get hits(): readonly RankedSlot[] {
    return this.#best;
  }

  /** Whether a child could still come in with this rank or a better one; cheap, for all who needn't be looked at. */
  wants(slot: number, rank: number): boolean {
    return (
      rank < this.#worstRank || (rank === this.#worstRank && this.#order.position(slot) < this.#worstPosition)
    );
  }

  /** The same child may be offered again by a better fit or another reading; the better rank stays. */
  offer(slot: number, rank: number, isFirstTime: boolean): void {
    if (isFirstTime && worstLevelOf(rank) <= worstGoodLevel) this.good++;
    if (!this.wants(slot, rank)) return;
    const position = this.#order.position(slot);
    const known = this.#best.findIndex((hit) => hit.slot === slot);
    if (known >= 0) {
      if (!this.#comesBefore(rank, position, known)) return;
      this.#best.splice(known, 1);
    } else if (this.#best.length >= this.#limit) this.#best.pop();
    let at = this.#best.length;
    while (at > 0 && this.#comesBefore(rank, position, at - 1)) at--;
    this.#best.splice(at, 0, { slot, rank, position, reading: this.reading });
    const worst = this.#best[this.#limit - 1];
    if (worst) {
      this.#worstRank = worst.rank;
      this.#worstPosition = worst.position;
    }
  }

  #comesBefore(rank: number, position: number, at: number): boolean {
    const hit = this.#best[at];
    return hit !== undefined && (rank < hit.rank || (rank === hit.rank && position < hit.position));
  }
}
