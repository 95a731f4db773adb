import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { SealedBox } from '../../../src-shared/sync/protocol.ts';
import { openDatabase, type RawDatabase } from '../database/open-database.ts';
import { isDamage } from '../database/sqlite-faults.ts';

/** A sealed entry with what may be known of it without opening it. */
export interface SealedEntry {
  readonly id: string;
  readonly profileId: string;
  /** Name of the command. */
  readonly name: string;
  readonly occurredAt: string;
  readonly box: string;
}

/** Bytes of boxes in one delivery. */
const DELIVERY_BYTES = 1_000_000;

/**
 * Sealed copies of the entries of this device (decision 0003). Nobody here can read them; the
 * device hands them to the server whoever is signed in.
 */
export class Postbox {
  readonly #db: RawDatabase;

  private constructor(db: RawDatabase) {
    this.#db = db;
  }

  /** Opens the postbox; a damaged one is set aside and a new one begun. */
  static async open(path: string, asideName: string): Promise<Postbox> {
    try {
      return new Postbox(prepared(path));
    } catch (error) {
      if (!isDamage(error) || !existsSync(path)) throw error;
      for (const end of ['', '-wal', '-shm']) {
        if (existsSync(path + end)) await rename(path + end, `${asideName}${end}`);
      }
      return new Postbox(prepared(path));
    }
  }

  keep(entry: SealedEntry): void {
    this.#db
      .prepare(
        'insert or replace into sealed_copy values (@id, @profileId, @name, @occurredAt, @box, @state)',
      )
      .run({ ...entry, state: 'kept' });
  }

  /** Refused entries need no copy: their author's cache has them. */
  remove(ids: readonly string[]): void {
    const remove = this.#db.prepare<[string]>('delete from sealed_copy where id = ?');
    this.#db.transaction(() => {
      for (const id of ids) remove.run(id);
    })();
  }

  /**
   * The server keeps these. Nobody here can read a copy, so it may stay longer than its author may see the
   * child: a server that is restored from a backup gets it again.
   * @param oldest a day; what was sent and was typed before it goes
   */
  markSent(ids: readonly string[], oldest: string): void {
    const mark = this.#db.prepare<[string]>(`update sealed_copy set state = 'sent' where id = ?`);
    this.#db.transaction(() => {
      for (const id of ids) mark.run(id);
      this.#db.prepare(`delete from sealed_copy where state = 'sent' and occurred_at < ?`).run(oldest);
    })();
  }

  /** What was sent and is not in its author's cache any more is delivered again. @returns how many these are */
  deliverAgain(profileId: string, inCache: ReadonlySet<string>): number {
    const sent = this.#db
      .prepare<[string], string>(`select id from sealed_copy where profile_id = ? and state = 'sent'`)
      .pluck()
      .all(profileId);
    const again = sent.filter((id) => !inCache.has(id));
    const mark = this.#db.prepare<[string]>(`update sealed_copy set state = 'orphan' where id = ?`);
    this.#db.transaction(() => {
      for (const id of again) mark.run(id);
    })();
    return again.length;
  }

  /** Copies of what the server has not agreed to. */
  idsOf(profileId: string): Set<string> {
    const ids = this.#db
      .prepare<[string], string>(`select id from sealed_copy where profile_id = ? and state <> 'sent'`)
      .pluck()
      .all(profileId);
    return new Set(ids);
  }

  /**
   * Copies whose entries are in no outbox any more: the cache was lost. They are delivered even while their
   * author is signed in.
   */
  markOrphans(ids: Iterable<string>): void {
    const mark = this.#db.prepare<[string]>(
      `update sealed_copy set state = 'orphan' where id = ? and state in ('kept', 'refused')`,
    );
    this.#db.transaction(() => {
      for (const id of ids) mark.run(id);
    })();
  }

  /**
   * The server has refused these, and nobody else can do anything about them. Their author is told at the next
   * sign-in; until then the copy stays. An orphan has nothing left that could tell: it is listed.
   */
  markRefused(ids: readonly string[]): void {
    const mark = this.#db.prepare<[string]>(
      `update sealed_copy set state = case state when 'orphan' then 'unreadable' else 'refused' end where id = ?`,
    );
    this.#db.transaction(() => {
      for (const id of ids) mark.run(id);
    })();
  }

  /** The server will never be able to open these. */
  markUnreadable(ids: readonly string[]): void {
    const mark = this.#db.prepare<[string]>(`update sealed_copy set state = 'unreadable' where id = ?`);
    this.#db.transaction(() => {
      for (const id of ids) mark.run(id);
    })();
  }

  /** Takes what the server could not open off the list. @returns those of one profile */
  takeUnreadable(profileId: string): { name: string; occurredAt: string }[] {
    return this.#db
      .prepare<[string], { name: string; occurredAt: string }>(
        `delete from sealed_copy where profile_id = ? and state = 'unreadable'
         returning name, occurred_at as occurredAt`,
      )
      .all(profileId);
  }

  /** The next copies to deliver, oldest first; those of who is signed in go by the push instead. */
  toDeliver(signedIn: string | null, except: ReadonlySet<string>): SealedBox[] {
    const waiting = this.#db
      .prepare<[string], { id: string; box: string; state: string }>(
        `select id, box, state from sealed_copy
         where state = 'orphan' or (state = 'kept' and profile_id <> ?)
         order by occurred_at, id`,
      )
      .iterate(signedIn ?? '');
    const batch: SealedBox[] = [];
    let bytes = 0;
    for (const entry of waiting) {
      if (except.has(entry.id)) continue;
      bytes += entry.box.length;
      if (batch.length > 0 && bytes > DELIVERY_BYTES) break;
      batch.push({ id: entry.id, box: entry.box, lastCopy: entry.state === 'orphan' });
    }
    return batch;
  }

  /** How many entries of other people wait for delivery. */
  countOthers(profileId: string): number {
    return Number(
      this.#db
        .prepare<[string]>(
          `select count(*) from sealed_copy where profile_id <> ? and state in ('kept', 'orphan')`,
        )
        .pluck()
        .get(profileId),
    );
  }

  close(): void {
    this.#db.close();
  }
}

function prepared(path: string): RawDatabase {
  const db = openDatabase({ path, key: null });
  try {
    db.exec(`create table if not exists sealed_copy (
      id text primary key not null,
      profile_id text not null,
      name text not null,
      occurred_at text not null,
      box text not null,
      state text not null check (state in ('kept', 'sent', 'refused', 'orphan', 'unreadable'))
    ) strict`);
    moveOlderCopies(db);
    db.prepare('select count(*) from sealed_copy').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Earlier versions kept the copies in a table that knew no refusal. */
function moveOlderCopies(db: RawDatabase): void {
  const older = db.prepare(`select 1 from sqlite_schema where name = 'sealed_entry'`).get();
  if (older === undefined) return;
  db.transaction(() => {
    db.exec('insert or ignore into sealed_copy select * from sealed_entry');
    db.exec('drop table sealed_entry');
  })();
}
