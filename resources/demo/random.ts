/** FNV-1a over UTF-16 code units; spreads labels and seeds over 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * A small seeded generator (mulberry32): the same seed gives the same numbers on every machine.
 * Not for secrets; the demo's people and days are drawn from it, nothing else.
 */
export class Random {
  readonly #seed: string;
  #state: number;
  readonly #buffer = new Uint8Array(16);

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = hash(seed);
  }

  /** A stream of its own: what is drawn from it does not shift what is drawn here. */
  fork(label: string): Random {
    return new Random(`${this.#seed}/${label}`);
  }

  /** 32 random bits. */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** At least 0, below 1. */
  next(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number {
    return first + Math.floor(this.next() * (last - first + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the list. Throws a RangeError when there is none. */
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** One of the keys, each as often as its weight asks. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][]; // Object.entries widens the keys to string
    let rest = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      rest -= weight;
      if (rest < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let index = result.length - 1; index > 0; index -= 1) {
      const other = this.between(0, index);
      const here = result[index] as T; // both indexes lie within the list
      result[index] = result[other] as T;
      result[other] = here;
    }
    return result;
  }

  /** Random bytes for an id; valid until the next call (at most 16). */
  readonly bytes = (length: number): Uint8Array => {
    for (let index = 0; index < length; index += 4) {
      const bits = this.bits();
      this.#buffer[index] = bits;
      this.#buffer[index + 1] = bits >>> 8;
      this.#buffer[index + 2] = bits >>> 16;
      this.#buffer[index + 3] = bits >>> 24;
    }
    return this.#buffer.subarray(0, length);
  };
}
