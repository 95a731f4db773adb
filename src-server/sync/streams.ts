import type { Delta, PullResponse, StreamFrame } from '../../src-shared/sync/protocol.ts';
import { columnNames, type TableName, tables } from '../../src-shared/tables/registry.ts';
import type { Cell, ServerDatabase } from '../database/server-database.ts';
import type { ChangedRow } from './apply-changes.ts';
import type { CommitGroups, CommittedGroup } from './commit-groups.ts';
import { type CursorSeal, cursorOwner } from './cursor.ts';
import { schoolHead } from './school-head.ts';
import type { Session } from './session.ts';
import { loadIntervals, View } from './view.ts';

/** Above this many rows a client is told to pull, so that one frame never holds up the loop. */
const FRAME_LIMIT = 2_000;

/** A desk that listens. */
interface Subscriber {
  readonly session: Session;
  readonly send: (frame: StreamFrame) => void;
  /** What the person may see; undefined while it is being read anew: then commits are poked, not sent. */
  view: View | undefined;
  /** Counts changes of the view, so that the newest reading wins. */
  reading: number;
  /** The cursor that the next frame joins. After a poke: the one that a pull will bring, at the least. */
  sealed: string;
  /** Everything visible up to this revision has been sent, or poked. */
  through: number;
}

/** What streams need of their surroundings. */
export interface StreamSurroundings {
  readonly database: ServerDatabase;
  readonly seal: CursorSeal;
  readonly epoch: string;
  readonly groups: CommitGroups;
  readonly pull: (session: Session, cursor: string) => Promise<PullResponse>;
  readonly log: (message: string, facts: Record<string, string | number>) => void;
}

/**
 * Sends each commit to the desks that may see some of it. A desk that sees none of it gets nothing, not even
 * an empty frame: silence must not be countable.
 *
 * A frame joins exactly one cursor and leaves nothing out: whatever could not be sent (too large, the view in
 * motion, a commit of another process) is poked, and the next frame then joins the cursor *behind* it. A desk
 * that has not pulled by then sees a gap, never a hole.
 */
export class Streams {
  readonly #parts: StreamSurroundings;
  readonly #bySchool = new Map<number, Set<Subscriber>>();

  constructor(parts: StreamSurroundings) {
    this.#parts = parts;
    parts.groups.onCommitted((group) => this.#broadcast(group));
    parts.database.onAnnounced((schoolId) => this.#announced(schoolId));
  }

  /** How many desks listen. */
  get size(): number {
    let sum = 0;
    for (const subscribers of this.#bySchool.values()) sum += subscribers.size;
    return sum;
  }

  /**
   * Begins to send from the client's cursor on; a client that is behind is told to pull first, one whose
   * cursor is not of this history to begin anew.
   */
  async subscribe(session: Session, sealed: string, send: (frame: StreamFrame) => void): Promise<() => void> {
    const subscriber: Subscriber = { session, send, view: undefined, reading: 0, sealed, through: -1 };
    const subscribers = this.#bySchool.get(session.schoolId) ?? new Set();
    this.#bySchool.set(session.schoolId, subscribers);
    subscribers.add(subscriber);
    const leave = () => void subscribers.delete(subscriber);
    try {
      const head = await schoolHead(this.#parts.database.reader, session.schoolId);
      const missed = await this.#parts.pull(session, sealed);
      if (!head || missed.kind === 'resync') {
        leave();
        send({ kind: 'resync' });
        return leave;
      }
      // Commits since have found the subscriber without a view and poked it.
      if (missed.to !== sealed) this.#poke(subscriber, head);
      subscriber.through = Math.max(subscriber.through, head.revision);
      await this.#readView(subscriber);
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Who listens, each once per stream. */
  *sessions(): Iterable<Session> {
    for (const subscribers of this.#bySchool.values())
      for (const subscriber of subscribers) yield subscriber.session;
  }

  /** Ends all streams of a device or account, which learns that it is signed out. */
  signOut(matches: (session: Session) => boolean): void {
    for (const subscribers of this.#bySchool.values()) {
      for (const subscriber of [...subscribers]) {
        if (!matches(subscriber.session)) continue;
        subscribers.delete(subscriber);
        subscriber.send({ kind: 'signedOut' });
      }
    }
  }

  #broadcast(group: CommittedGroup): void {
    const head = { revision: group.revision, feedHash: group.hash };
    for (const subscriber of this.#bySchool.get(group.schoolId) ?? []) {
      const regrouped = group.regrouped.has(subscriber.session.personId);
      const next = subscriber.through === group.revision - 1;
      if (regrouped || !next || subscriber.view === undefined) this.#poke(subscriber, head);
      else this.#send(subscriber, subscriber.view, group);
      // Not the next one: another process has committed in between, perhaps what this person may see.
      if (regrouped || !next) this.#readAgain(subscriber);
    }
  }

  /** Another process has committed: its rows are pulled, not streamed. */
  #announced(schoolId: number | undefined): void {
    const concerned = schoolId === undefined ? [...this.#bySchool.keys()] : [schoolId];
    for (const id of concerned) {
      for (const subscriber of this.#bySchool.get(id) ?? []) this.#readAgain(subscriber);
      this.#pokeAll(id).catch(() => this.#parts.log('a poke failed', { schoolId: id }));
    }
  }

  async #pokeAll(schoolId: number): Promise<void> {
    const head = await schoolHead(this.#parts.database.reader, schoolId);
    if (!head) return;
    for (const subscriber of this.#bySchool.get(schoolId) ?? [])
      if (subscriber.through < head.revision) this.#poke(subscriber, head);
  }

  #poke(subscriber: Subscriber, head: { revision: number; feedHash: string }): void {
    this.#moveTo(subscriber, head);
    subscriber.send({ kind: 'poke' });
  }

  #moveTo(
    subscriber: Subscriber,
    { revision, feedHash: hash }: { revision: number; feedHash: string },
  ): void {
    if (revision < subscriber.through) return;
    const owner = cursorOwner(subscriber.session);
    subscriber.sealed = this.#parts.seal.seal(owner, { epoch: this.#parts.epoch, revision, hash });
    subscriber.through = revision;
  }

  #readAgain(subscriber: Subscriber): void {
    this.#readView(subscriber).catch(() => {
      // Without a view every commit is poked: slower, but nothing is missed and nothing leaks.
      this.#parts.log('a view could not be read', { schoolId: subscriber.session.schoolId });
    });
  }

  /** What began and ended is the pull's business; until the new view is here nothing is sent by the old one. */
  async #readView(subscriber: Subscriber): Promise<void> {
    const { schoolId, personId } = subscriber.session;
    subscriber.view = undefined;
    subscriber.reading += 1;
    const reading = subscriber.reading;
    const { reader } = this.#parts.database;
    const intervals = await loadIntervals(reader, schoolId, personId, Number.MAX_SAFE_INTEGER);
    if (subscriber.reading === reading) subscriber.view = new View(intervals);
  }

  #send(subscriber: Subscriber, view: View, group: CommittedGroup): void {
    const settles = group.settles.get(subscriber.session.personId) ?? [];
    const { rows, removed, count } = visiblePart(group, view);
    const head = { revision: group.revision, feedHash: group.hash };
    if (count > FRAME_LIMIT) {
      this.#poke(subscriber, head);
      return;
    }
    if (count === 0 && settles.length === 0) {
      subscriber.through = group.revision;
      return;
    }
    const from = subscriber.sealed;
    this.#moveTo(subscriber, head);
    const to = subscriber.sealed;
    subscriber.send({ kind: 'delta', from, to, ended: [], began: [], removed, rows, settles: [...settles] });
  }
}

function visiblePart(
  group: CommittedGroup,
  view: View,
): { rows: Delta['rows']; removed: Delta['removed']; count: number } {
  const rows: Delta['rows'] = {};
  const removed: Delta['removed'] = {};
  let count = 0;
  for (const change of lastChanges(group.changed)) {
    if (change.row === undefined) {
      if (!view.sees(tables[change.table].facet, change.rootId)) continue;
      append(removed, change.table, change.id);
    } else {
      if (!view.seesRow(change.table, change.row)) continue;
      append(rows, change.table, wireRow(change.table, change.row));
    }
    count += 1;
  }
  return { rows, removed, count };
}

/** How each row ended: one that was written and removed within the group must not come back by its rows. */
function lastChanges(changed: readonly ChangedRow[]): Iterable<ChangedRow> {
  const last = new Map<string, ChangedRow>();
  for (const change of changed) last.set(`${change.table} ${change.id}`, change);
  return last.values();
}

function append<T>(lists: Partial<Record<TableName, T[]>>, table: TableName, item: T): void {
  const list = lists[table];
  if (list) list.push(item);
  else lists[table] = [item];
}

function wireRow(table: TableName, row: Readonly<Record<string, Cell>>): Cell[] {
  return columnNames(table).map((column) => row[column] ?? null);
}
