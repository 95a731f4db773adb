import { inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import type { Cache } from '../database/cache.ts';
import { readMeta, writeMeta } from '../database/cache-meta.ts';
import type { Topic } from '../dispatch/change-notices.ts';
import type { CoreContext, SignedIn } from '../dispatch/context.ts';
import type { CoreEnvironment } from '../environment.ts';
import { trimSentLog } from '../outbox/settle.ts';
import { type Submitted, submit } from '../outbox/submit.ts';
import { createStudentIndex } from '../search/student-index.ts';
import { expireGrants } from '../sync/grants.ts';
import { createSearchFeed, type SearchFeed } from '../sync/search-feed.ts';
import { SyncEngine } from '../sync/sync-engine.ts';
import type { SyncTools } from '../sync/sync-tools.ts';
import { createWorkingDraftStore } from './working-draft.ts';

/** What a workspace needs of the session that opened it. */
export interface WorkspaceParts {
  readonly environment: CoreEnvironment;
  readonly cache: Cache;
  readonly signedIn: SignedIn;
  readonly notify: (topics: Iterable<Topic>) => void;
  readonly sync: Pick<
    SyncTools,
    'token' | 'tokenRefused' | 'doubted' | 'taken' | 'refused' | 'resending' | 'damaged'
  >;
}

/** One person's open cache with everything that works on it. Ends when the screen is locked. */
export class Workspace {
  readonly cache: Cache;
  readonly context: CoreContext;
  readonly engine: SyncEngine;
  readonly #parts: WorkspaceParts;
  readonly #feed: SearchFeed;
  #signedIn: SignedIn;
  #watchedDay = '';

  private constructor(parts: WorkspaceParts) {
    const { environment, cache, notify } = parts;
    this.#parts = parts;
    this.cache = cache;
    this.#signedIn = parts.signedIn;
    this.context = this.#makeContext();
    this.#feed = createSearchFeed(cache, this.context.search, () => this.context.schoolTime().day);
    this.engine = new SyncEngine(
      {
        ...parts.sync,
        cache,
        transport: environment.server,
        clock: environment.clock,
        randomBytes: environment.randomBytes,
        log: environment.log,
        author: () => ({ session: this.#signedIn, nowMs: environment.clock.nowMs() }),
      },
      () => notify(['syncState']),
    );
    cache.onCommit((changes) => {
      this.#feed.update(changes).then(() => notify(changes.topics), parts.sync.damaged);
    });
  }

  /** Opens the workspace: what may no longer be held goes first, then the search is filled. */
  static async open(parts: WorkspaceParts): Promise<Workspace> {
    const workspace = new Workspace(parts);
    await workspace.watchDay();
    await workspace.#feed.fill();
    return workspace;
  }

  get signedIn(): SignedIn {
    return this.#signedIn;
  }

  /** The server says who this is now: a role may have changed. */
  async becomes(signedIn: SignedIn): Promise<void> {
    this.#signedIn = signedIn;
    await this.cache.write(async (tx) => {
      await writeMeta(tx.db, 'person', signedIn.person);
      await writeMeta(tx.db, 'school', signedIn.school);
      tx.changes.topic('session');
    });
  }

  /** Tells the person that entries of an earlier cache are delivered from their sealed copies. */
  async noteRescue(rescued: number): Promise<void> {
    await this.cache.write(async (tx) => {
      await writeMeta(tx.db, 'rescue', { rescued, listed: [] });
      tx.changes.topic('session');
    });
  }

  async submit(name: string, args: unknown, after?: readonly string[]): Promise<Submitted> {
    const { clock, randomBytes } = this.#parts.environment;
    const session = () => this.#signedIn;
    const submitted = await submit({ cache: this.cache, session, clock, randomBytes }, name, args, after);
    this.engine.pokeForEntry();
    return submitted;
  }

  /** Takes away what may not be held any more today; called when the cache opens and each minute. */
  async watchDay(): Promise<void> {
    const { clock } = this.#parts.environment;
    const nowMs = clock.nowMs();
    const { day } = inTimeZone(nowMs, this.#signedIn.school.timeZone);
    const latest = (await readMeta(this.cache.reader, 'latestDay')) ?? '';
    const today = latest > day ? latest : day;
    if (today === this.#watchedDay) return;
    const isNewDay = this.#watchedDay !== '';
    this.#watchedDay = today;
    const gone = await this.cache.write(async (tx) => {
      await writeMeta(tx.db, 'latestDay', today);
      const forgotten = await trimSentLog(tx, nowMs);
      return forgotten + (await expireGrants(tx, { session: this.#signedIn, nowMs }, today));
    });
    if (gone > 0) this.engine.checkpointSoon();
    // Whose last day was yesterday is found no more.
    if (isNewDay) await this.#feed.fill();
  }

  /** Stops syncing and closes the cache. What is on its way to the server is sent again next time. */
  async close(): Promise<void> {
    this.engine.stop();
    await this.cache.close();
  }

  #makeContext(): CoreContext {
    const { environment, cache, notify } = this.#parts;
    const { clock } = environment;
    return {
      reader: cache.reader,
      search: createStudentIndex(),
      session: () => this.#signedIn,
      clock,
      schoolTime: () => inTimeZone(clock.nowMs(), this.#signedIn.school.timeZone),
      now: () => toInstant(clock.nowMs()),
      workingDraft: createWorkingDraftStore(cache),
      downtimeFolder: environment.downtimeFolder,
      changed: (topic) => notify([topic]),
      log: environment.log,
    };
  }
}
