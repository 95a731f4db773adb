import type { Delta, StreamFrame } from '../../src-shared/sync/protocol.ts';
import { columnNames, type TableName, tables } from '../../src-shared/tables/registry.ts';
import type { Cell, ServerDatabase } from '../database/open-database.ts';
import type { CommitGroups, CommittedGroup } from './commit-groups.ts';
import { type CursorSeal, cursorOwner } from './cursor.ts';
import { isCursor, schoolHead } from './school-head.ts';
import type { Session } from './session.ts';
import { loadIntervals, View } from './view.ts';

/** Above this many rows a client is told to pull, so that one frame never holds up the loop. */
const FRAME_LIMIT = 2_000;

interface Subscriber {
  readonly session: Session;
  readonly send: (frame: StreamFrame) => void;
  view: View;
  /** The sealed cursor the client holds, and its revision; frames join there. */
  sealed: string;
  revision: number;
}

/**
 * Sends each commit to the desks that may see some of it. A desk that sees none of it gets nothing, not even
 * an empty frame: silence must not be countable.
 */
export class Streams {
  readonly #database: ServerDatabase;
  readonly #seal: CursorSeal;
  readonly #epoch: string;
  readonly #bySchool = new Map<number, Set<Subscriber>>();

  constructor(database: ServerDatabase, seal: CursorSeal, epoch: string, groups: CommitGroups) {
    this.#database = database;
    this.#seal = seal;
    this.#epoch = epoch;
    groups.onCommitted((group) => this.#broadcast(group));
    database.onAnnounced((schoolId) => this.#pokeAll(schoolId));
  }

  /** How many desks listen. */
  get size(): number {
    let sum = 0;
    for (const subscribers of this.#bySchool.values()) sum += subscribers.size;
    return sum;
  }

  /** Begins to send from the client's cursor on; a client that is behind is told to pull first. */
  async subscribe(session: Session, sealed: string, send: (frame: StreamFrame) => void): Promise<() => void> {
    const cursor = this.#seal.open(cursorOwner(session), sealed);
    if (!isCursor(cursor) || cursor.epoch !== this.#epoch) {
      send({ kind: 'resync' });
      return () => undefined;
    }
    const subscriber: Subscriber = { session, send, view: new View([]), sealed, revision: cursor.revision };
    const subscribers = this.#bySchool.get(session.schoolId) ?? new Set();
    this.#bySchool.set(session.schoolId, subscribers);
    subscribers.add(subscriber);
    const intervals = await loadIntervals(
      this.#database.reader,
      session.schoolId,
      session.personId,
      Number.MAX_SAFE_INTEGER,
    );
    subscriber.view = new View(intervals);
    const head = await schoolHead(this.#database.reader, session.schoolId);
    if (head && head.revision !== subscriber.revision) send({ kind: 'poke' });
    return () => void subscribers.delete(subscriber);
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

  #pokeAll(schoolId: number): void {
    for (const subscriber of this.#bySchool.get(schoolId) ?? []) subscriber.send({ kind: 'poke' });
  }

  #broadcast(group: CommittedGroup): void {
    for (const subscriber of this.#bySchool.get(group.schoolId) ?? []) {
      if (group.regrouped.has(subscriber.session.personId)) void this.#regroup(subscriber);
      else this.#send(subscriber, group);
    }
  }

  /** The person's view changed: what began and ended is the pull's business. */
  async #regroup(subscriber: Subscriber): Promise<void> {
    const { schoolId, personId } = subscriber.session;
    subscriber.view = new View(
      await loadIntervals(this.#database.reader, schoolId, personId, Number.MAX_SAFE_INTEGER),
    );
    subscriber.send({ kind: 'poke' });
  }

  #send(subscriber: Subscriber, group: CommittedGroup): void {
    const settles = group.settles.get(subscriber.session.personId) ?? [];
    const { rows, removed, count } = visiblePart(group, subscriber.view);
    if (count === 0 && settles.length === 0) return;
    if (count > FRAME_LIMIT) return subscriber.send({ kind: 'poke' });
    const to = this.#seal.seal(cursorOwner(subscriber.session), {
      epoch: this.#epoch,
      revision: group.revision,
      hash: group.hash,
    });
    const from = subscriber.sealed;
    subscriber.sealed = to;
    subscriber.revision = group.revision;
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
  for (const change of group.changed) {
    if (change.row === undefined) {
      if (!view.sees(tables[change.table].facet, change.rootId)) continue;
      (removed[change.table] ??= []).push(change.id);
    } else {
      if (!view.seesRow(change.table, change.row)) continue;
      (rows[change.table] ??= []).push(wireRow(change.table, change.row));
    }
    count += 1;
  }
  return { rows, removed, count };
}

function wireRow(table: TableName, row: Readonly<Record<string, Cell>>): Cell[] {
  return columnNames(table).map((column) => row[column] ?? null);
}
