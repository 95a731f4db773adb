import type { ChangeNotice } from '../../../src-shared/contract/message.ts';
import type { LocalTopic } from '../../../src-shared/contract/operation.ts';
import type { TableName } from '../../../src-shared/tables/registry.ts';

/** What a notice can name. */
export type Topic = TableName | LocalTopic;

/** Gathers what changes within one turn of the event loop and tells the windows once. */
export class ChangeNotices {
  readonly #listeners = new Set<(notice: ChangeNotice) => void>();
  #gathered = new Set<Topic>();

  add(topics: Iterable<Topic>): void {
    const first = this.#gathered.size === 0;
    for (const topic of topics) this.#gathered.add(topic);
    if (first && this.#gathered.size > 0) setImmediate(() => this.#tell());
  }

  /** @returns how to stop listening */
  onChange(listener: (notice: ChangeNotice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    const notice: ChangeNotice = { changed: [...this.#gathered].sort() };
    this.#gathered = new Set();
    for (const listener of this.#listeners) listener(notice);
  }
}
