import { hash, verify } from '@node-rs/argon2';

/** The package's own number for argon2id; its enum exists in types only. */
const ARGON2ID = 2;

/** What a hash costs: KiB of memory, and passes over it. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** OWASP's second profile and above: 64 MiB, three passes, one lane; about 0.1 s on an office server. */
const strong: PasswordCost = { memoryCost: 64 * 1024, timeCost: 3 };

/** Two at a time: more would let a flood of sign-ins take the server's memory (64 MiB each). */
const CONCURRENCY = 2;

/** Hashes and checks passwords with argon2id, PHC strings. */
export class Passwords {
  #running = 0;
  readonly #queue: (() => void)[] = [];
  #decoy: Promise<string> | undefined;
  readonly #cost: PasswordCost;

  constructor(cost: PasswordCost = strong) {
    this.#cost = cost;
  }

  /** The PHC string of a new password. */
  hash(password: string): Promise<string> {
    return this.#limited(() => this.#hash(password.normalize('NFC')));
  }

  /**
   * True for the right password. For an unknown account (`undefined`) a decoy is checked, so that the answer
   * takes as long as for a known one (S09).
   */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    this.#decoy ??= this.#limited(() => this.#hash('decoy'));
    const phc = stored ?? (await this.#decoy);
    const right = await this.#limited(() => verify(phc, password.normalize('NFC')));
    return right && stored !== undefined;
  }

  #hash(password: string): Promise<string> {
    return hash(password, { algorithm: ARGON2ID, parallelism: 1, ...this.#cost });
  }

  async #limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= CONCURRENCY) await new Promise<void>((resume) => this.#queue.push(resume));
    this.#running += 1;
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#queue.shift()?.();
    }
  }
}
