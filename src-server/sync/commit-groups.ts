import { createHash, randomBytes } from 'node:crypto';
import type { Answer } from '../../src-shared/sync/protocol.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import type { ServerWriter } from '../database/schema.ts';
import type { ServerDatabase } from '../database/server-database.ts';
import type { ChangedRow } from './apply-changes.ts';
import type { Arrival, Decision, GroupContext } from './arrival.ts';
import type { Clock } from './clock.ts';
import { decideEntry } from './decide-entry.ts';
import { type Outdated, takeAway } from './take-away.ts';
import { recomputeVisibility, touchesVisibility } from './visibility.ts';

/** What one commit changed, for the streams. */
export interface CommittedGroup {
  readonly schoolId: number;
  readonly revision: number;
  readonly hash: string;
  readonly changed: readonly ChangedRow[];
  /** Staff whose intervals changed; they pull instead of being streamed to. */
  readonly regrouped: ReadonlySet<string>;
  /** Author → entries whose effect is contained. */
  readonly settles: ReadonlyMap<string, readonly string[]>;
}

/** What one transaction does. */
interface Work {
  readonly entries: readonly Waiting[];
  /** Recompute who sees what, even if nothing has changed. */
  readonly refresh: boolean;
  readonly forget?: (context: GroupContext) => Promise<ChangedRow[]>;
}

interface Waiting {
  readonly arrival: Arrival;
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
  submit(arrival: Arrival): Promise<Answer> {
    const { schoolId } = arrival.session;
    return new Promise((answer, fail) => {
      const queue = this.#waiting.get(schoolId) ?? [];
      this.#waiting.set(schoolId, queue);
      queue.push({ arrival, answer, fail });
      if (queue.length === 1 && !this.#busy.has(schoolId)) setImmediate(() => void this.#drain(schoolId));
    });
  }

  /** Resolves once nothing waits and nothing is being written; for an orderly end. */
  async quiet(): Promise<void> {
    while (this.#busy.size > 0 || [...this.#waiting.values()].some((queue) => queue.length > 0))
      await new Promise((resume) => setImmediate(resume));
  }

  /** Recomputes who sees what as its own commit; for the first minute of a new day and after a set-up. */
  async refreshVisibility(schoolId: number): Promise<void> {
    await this.#commit(schoolId, { entries: [], refresh: true });
  }

  /**
   * Takes away what the school need not keep any more, as its own commit, so that the desks forget it too.
   * @param outdated the rows, read in the same transaction
   * @returns how many went
   */
  async forget(schoolId: number, outdated: Outdated): Promise<number> {
    let count = 0;
    await this.#commit(schoolId, {
      entries: [],
      refresh: false,
      forget: async (context) => {
        const gone = await takeAway(context, outdated);
        count = gone.length;
        return gone;
      },
    });
    return count;
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
          const decisions = await this.#commit(schoolId, { entries: group, refresh: false });
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

  async #commit(schoolId: number, work: Work): Promise<readonly Decision[]> {
    try {
      const { decisions, ...committed } = await this.#database.writer
        .transaction()
        .execute((db) => this.#write(db, schoolId, work));
      this.#tell({ ...committed, schoolId, settles: settledBy(work.entries, decisions) });
      return decisions;
    } catch (error) {
      if (error instanceof NothingToCommit) return error.decisions;
      throw error;
    }
  }

  async #write(db: ServerWriter, schoolId: number, { entries, refresh, forget }: Work) {
    const nowMs = this.#clock.nowMs();
    const school = await lockSchool(db, schoolId);
    const context = this.#contextOf(db, schoolId, school, nowMs);
    const decisions: Decision[] = [];
    for (const { arrival } of entries) decisions.push(await decideEntry(context, arrival));
    const forgotten = (await forget?.(context)) ?? [];
    const changed = [...decisions.flatMap((decision) => decision.changed), ...forgotten];
    const today = inTimeZone(nowMs, school.timeZone).day;
    const regroup = refresh || touchesVisibility(changed) || school.visibilityDay !== today;
    if (!regroup && forgotten.length === 0 && decisions.every((decision) => decision.repeated))
      throw new NothingToCommit(decisions);
    const regrouped = regroup
      ? await recomputeVisibility(db, schoolId, today, school.revision)
      : new Set<string>();
    const ids = decisions.map(({ answer }) => answer.id);
    const hash = await chain(db, schoolId, school, toInstant(nowMs), today, [ids, changed]);
    await this.#database.announce(db, schoolId);
    return { decisions, changed, regrouped, revision: school.revision, hash };
  }

  #contextOf(
    db: ServerWriter,
    schoolId: number,
    school: { revision: number; timeZone: string },
    nowMs: number,
  ): GroupContext {
    return {
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
  }

  /** A listener's trouble is not the commit's: the entries are durable and get their answers. */
  #tell(group: CommittedGroup): void {
    for (const listener of this.#listeners) {
      try {
        listener(group);
      } catch (error) {
        this.#log('a listener failed', { error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }
}

/** Only repeats, or entries whose turn has not come: the revision stays and no desk hears of anything. */
class NothingToCommit extends Error {
  readonly decisions: readonly Decision[];

  constructor(decisions: readonly Decision[]) {
    super('nothing to commit');
    this.decisions = decisions;
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
  [ids, changed]: readonly [readonly string[], readonly ChangedRow[]],
): Promise<string> {
  const digest = createHash('sha256').update(school.feedHash).update(String(school.revision)).update(at);
  for (const id of ids) digest.update(id);
  for (const row of changed) digest.update(row.table).update(row.id);
  const hash = digest.digest('base64url');
  await db.insertInto('feed').values({ schoolId, revision: school.revision, hash, at }).execute();
  await db
    .updateTable('school')
    .set({ feedHash: hash, visibilityDay: today })
    .where('id', '=', schoolId)
    .execute();
  return hash;
}

/** Only what was agreed to: of a refusal a desk must hear as the answer, or it would take it for done. */
function settledBy(group: readonly Waiting[], decisions: readonly Decision[]): Map<string, string[]> {
  const settles = new Map<string, string[]>();
  for (const [index, { arrival }] of group.entries()) {
    const decision = decisions[index];
    if (!decision || decision.repeated || decision.answer.status !== 'applied') continue;
    const { personId } = arrival.session;
    const list = settles.get(personId) ?? [];
    settles.set(personId, list);
    list.push(arrival.entry.id);
  }
  return settles;
}
