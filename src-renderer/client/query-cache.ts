import type { Answer, Failure } from './answer.ts';

/** What a screen knows about a query now. Old data stay while newer ones are fetched. */
export interface QuerySnapshot<Result> {
  readonly data: Result | undefined;
  readonly failure: Failure | null;
  readonly fetching: boolean;
}

/** A question with everything needed to ask it again. */
export interface Question {
  readonly key: string;
  readonly reads: readonly string[];
  readonly fetch: () => Promise<Answer<unknown>>;
}

interface Entry {
  question: Question;
  snapshot: QuerySnapshot<unknown>;
  /** The data as text: an unchanged answer must not repaint anything. */
  text: string | undefined;
  listeners: Set<() => void>;
  /** The answer may be outdated, or there is none yet. */
  stale: boolean;
  asking: boolean;
  /** Raised when answers are forgotten: one that is still under way then belongs to nobody. */
  generation: number;
}

/** Answers nobody looks at are kept for a quick return to a screen, at most so many. */
const KEPT_UNWATCHED = 40;
const EMPTY: QuerySnapshot<never> = { data: undefined, failure: null, fetching: true };

/** Said by a transport that was away: everything may have changed. */
export const EVERYTHING = '*';

/**
 * Keeps the newest answer of each question, shares it between screens, and asks again when a change notice
 * names something the question reads.
 */
export class QueryCache {
  readonly #entries = new Map<string, Entry>();

  /** The newest answer; the same object until something about it changes. */
  snapshot(key: string): QuerySnapshot<unknown> {
    return this.#entries.get(key)?.snapshot ?? EMPTY;
  }

  /** Asks what will be watched in a moment, so that the answer is on its way when its screen is there. */
  askAhead(question: Question): void {
    const entry = this.#entryOf(question);
    if (entry.stale) this.#fetch(entry);
  }

  /** Watches a question and asks it if there is no fresh answer. */
  watch(question: Question, listener: () => void): () => void {
    const entry = this.#entryOf(question);
    entry.listeners.add(listener);
    if (entry.stale) this.#fetch(entry);
    return () => {
      entry.listeners.delete(listener);
      this.#dropUnwatched();
    };
  }

  /** Something changed: watched questions that read it are asked again, others when next looked at. */
  notice(changed: readonly string[]): void {
    const all = changed.includes(EVERYTHING);
    for (const entry of this.#entries.values()) {
      if (!all && !entry.question.reads.some((table) => changed.includes(table))) continue;
      entry.stale = true;
      if (entry.listeners.size > 0) this.#fetch(entry);
    }
  }

  /** Forgets every answer: another person is at the desk. Watched questions are asked afresh. */
  forget(keep: (key: string) => boolean): void {
    for (const [key, entry] of this.#entries) {
      if (keep(key)) continue;
      if (entry.listeners.size === 0) {
        this.#entries.delete(key);
        continue;
      }
      entry.text = undefined;
      entry.stale = true;
      entry.asking = false;
      entry.generation += 1;
      this.#show(entry, EMPTY);
      this.#fetch(entry);
    }
  }

  #entryOf(question: Question): Entry {
    const known = this.#entries.get(question.key);
    if (known) {
      this.#entries.delete(question.key);
      this.#entries.set(question.key, known);
      return known;
    }
    const entry: Entry = {
      question,
      snapshot: EMPTY,
      text: undefined,
      listeners: new Set(),
      stale: true,
      asking: false,
      generation: 0,
    };
    this.#entries.set(question.key, entry);
    return entry;
  }

  #fetch(entry: Entry): void {
    if (entry.asking) return;
    entry.asking = true;
    entry.stale = false;
    const { generation } = entry;
    void entry.question.fetch().then((answer) => {
      if (entry.generation !== generation) return;
      entry.asking = false;
      this.#settle(entry, answer);
      // Something changed while the question was under way.
      if (entry.stale && entry.listeners.size > 0) this.#fetch(entry);
    });
  }

  #settle(entry: Entry, answer: Answer<unknown>): void {
    if (!answer.ok) {
      this.#show(entry, { data: entry.snapshot.data, failure: answer.failure, fetching: false });
      return;
    }
    const text = JSON.stringify(answer.result);
    const { failure, fetching } = entry.snapshot;
    if (text === entry.text && failure === null && !fetching) return;
    entry.text = text;
    this.#show(entry, { data: answer.result, failure: null, fetching: false });
  }

  #show(entry: Entry, snapshot: QuerySnapshot<unknown>): void {
    entry.snapshot = snapshot;
    for (const listener of [...entry.listeners]) listener();
  }

  #dropUnwatched(): void {
    const unwatched = [...this.#entries].filter(([, entry]) => entry.listeners.size === 0);
    for (const [key] of unwatched.slice(0, Math.max(0, unwatched.length - KEPT_UNWATCHED)))
      this.#entries.delete(key);
  }
}
