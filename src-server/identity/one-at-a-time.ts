/** Runs work one after the other per key; other keys are not held up. */
export class OneAtATime {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs `work` once everything before it under the same key has ended, well or badly. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const tail = mine.catch(() => undefined);
    this.#tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}
