import { createHash, randomBytes } from 'node:crypto';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerDatabase } from '../database/open-database.ts';
import type { ServerWriter } from '../database/schema.ts';
import type { ChangedRow } from './apply-changes.ts';
import type { Clock } from './clock.ts';
import { type Decision, decideEntry, type GroupContext } from './decide-entry.ts';
import type { Session } from './session.ts';
import { recomputeVisibility, touchesVisibility } from './visibility.ts';

/** What one commit changed, for the streams. */
export interface CommittedGroup {
  readonly schoolId: number;
  readonly revision: number;
  readonly hash: string;
  readonly changed: readonly ChangedRow[];
  /** Staff whose intervals changed; they pull instead of being streamed to. */
  readonly regrouped: ReadonlySet<string>;
  /** Author → entries contained. */
  readonly settles: ReadonlyMap<string, readonly string[]>;
}

interface Waiting {
  readonly session: Session;
  readonly entry: Entry;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** The most entries of one transaction; more would make the first wait too long for its answer. */
const GROUP_LIMIT = 500;

/**
 * Gathers the entries that arrive within one turn of the event loop into one durable transaction per school
 * and answers them after the commit. While a group is written the next one gathers. A failed commit answers
 * nobody: all its entries fail, and the desks, which know nothing of it, repeat them.
 */
export class CommitGroups {
  readonly #database: ServerDatabase;
  readonly #clock: Clock;
  readonly #log: (message: string, facts: Record<string, string | number>) => void;
  readonly #waiting = new Map<number, Waiting[]>();
  readonly #busy = new Set<number>();
  readonly #listeners = new Set<(group: CommittedGroup) => void>();

  constructor(
    database: ServerDatabase,
    clock: Clock,
    log: (message: string, facts: Record<string, string | number>) => void,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#log = log;
  }

  /** Hears of every commit of this process, in order. */
  onCommitted(listener: (group: CommittedGroup) => void): void {
    this.#listeners.add(listener);
  }

  /** Resolves with the entry's answer once it is durable; rejects when the commit failed. */
  submit(session: Session, entry: Entry): Promise<Answer> {
    return new Promise((answer, fail) => {
      const queue = this.#waiting.get(session.schoolId) ?? [];
      this.#waiting.set(session.schoolId, queue);
      queue.push({ session, entry, answer, fail });
      if (queue.length === 1 && !this.#busy.has(session.schoolId))
        setImmediate(() => void this.#drain(session.schoolId));
    });
  }

  /** Recomputes who sees what as its own commit; for the first minute of a new day and after a set-up. */
  async refreshVisibility(schoolId: number): Promise<void> {
    await this.#commit(schoolId, [], true);
  }

  async #drain(schoolId: number): Promise<void> {
    if (this.#busy.has(schoolId)) return;
    this.#busy.add(schoolId);
    try {
      for (
        let queue = this.#waiting.get(schoolId) ?? [];
        queue.length > 0;
        queue = this.#waiting.get(schoolId) ?? []
      ) {
        const group = queue.splice(0, GROUP_LIMIT);
        try {
          const decisions = await this.#commit(schoolId, group, false);
          for (const [index, waiting] of group.entries()) {
            const decision = decisions[index];
            if (decision) waiting.answer(decision.answer);
          }
        } catch (error) {
          for (const waiting of group) waiting.fail(error);
        }
      }
    } finally {
      this.#busy.delete(schoolId);
    }
  }

  async #commit(schoolId: number, group: readonly Waiting[], refresh: boolean): Promise<Decision[]> {
    const nowMs = this.#clock.nowMs();
    const done = await this.#database.writer.transaction().execute(async (db) => {
      const school = await lockSchool(db, schoolId);
      const context: GroupContext = {
        db,
        dialect: this.#database.dialect,
        schoolId,
        revision: school.revision,
        timeZone: school.timeZone,
        nowMs,
        newId: () => uuidV7(nowMs, (length) => new Uint8Array(randomBytes(length))),
        onRuleError: (operation, error) =>
          this.#log('a rule failed', { operation, error: error instanceof Error ? error.name : 'unknown' }),
      };
      const decisions: Decision[] = [];
      for (const { session, entry } of group) decisions.push(await decideEntry(context, session, entry));
      const changed = decisions.flatMap((decision) => decision.changed);
      const today = inTimeZone(nowMs, school.timeZone).day;
      const regroup = refresh || touchesVisibility(changed) || school.visibilityDay !== today;
      const regrouped = regroup
        ? await recomputeVisibility(db, schoolId, today, school.revision)
        : new Set<string>();
      const hash = await chain(db, schoolId, school, toInstant(nowMs), today, decisions);
      return { decisions, changed, regrouped, revision: school.revision, hash };
    });
    const settles = settledBy(group, done.decisions);
    for (const listener of this.#listeners)
      listener({
        schoolId,
        revision: done.revision,
        hash: done.hash,
        changed: done.changed,
        regrouped: done.regrouped,
        settles,
      });
    await this.#database.announce(schoolId);
    return done.decisions;
  }
}

/** Takes the school's next revision; the row stays locked until the commit, so revisions appear in order. */
async function lockSchool(db: ServerWriter, schoolId: number) {
  return db
    .updateTable('school')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .where('id', '=', schoolId)
    .returning(['revision', 'feedHash', 'timeZone', 'visibilityDay'])
    .executeTakeFirstOrThrow();
}

async function chain(
  db: ServerWriter,
  schoolId: number,
  school: { revision: number; feedHash: string },
  at: string,
  today: string,
  decisions: readonly Decision[],
): Promise<string> {
  const digest = createHash('sha256').update(school.feedHash).update(String(school.revision)).update(at);
  for (const { answer, changed } of decisions) {
    digest.update(answer.id);
    for (const row of changed) digest.update(row.table).update(row.id);
  }
  const hash = digest.digest('base64url');
  await db.insertInto('feed').values({ schoolId, revision: school.revision, hash, at }).execute();
  await db
    .updateTable('school')
    .set({ feedHash: hash, visibilityDay: today })
    .where('id', '=', schoolId)
    .execute();
  return hash;
}

function settledBy(group: readonly Waiting[], decisions: readonly Decision[]): Map<string, string[]> {
  const settles = new Map<string, string[]>();
  for (const [index, { session, entry }] of group.entries()) {
    if (decisions[index]?.repeated !== false) continue;
    const list = settles.get(session.personId) ?? [];
    settles.set(session.personId, list);
    list.push(entry.id);
  }
  return settles;
}
