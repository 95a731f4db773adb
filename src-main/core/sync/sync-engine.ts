import { toInstant } from '../../../src-shared/values/day.ts';
import { readMeta, writeMeta } from '../database/cache-meta.ts';
import { createMutex } from '../database/mutex.ts';
import { isDamage } from '../database/sqlite-faults.ts';
import { Backoff } from './backoff.ts';
import { runFirstPull } from './first-pull.ts';
import { LiveStream } from './live-stream.ts';
import { forgetCursor, pullOnce, takeDelta } from './pull.ts';
import { pushPending, resendSentLog } from './push.ts';
import { ServerFault } from './server-transport.ts';
import type { SyncTools } from './sync-tools.ts';

export type SyncPhase = 'synchronous' | 'working' | 'offline';

/** After rows were deleted, the log is emptied this soon, so that their text is gone from the disk. */
const CHECKPOINT_AFTER_MS = 2000;
/** A stream that has lasted this long shows that the server is well: pauses start small again. */
const STEADY_AFTER_MS = 30_000;
/** Entries that wait for others at the server are offered again this often, and when rows have arrived. */
const ASK_AGAIN_AFTER_MS = 60_000;
/** A stream that moves the cursor under each pull is no reason to pull for ever. */
const PULLS_AT_MOST = 6;

/**
 * Keeps one open cache and the server alike: one cycle at a time, push then pull, then listening on the
 * stream. Failures are waited out with growing pauses; `poke` tries at once.
 */
export class SyncEngine {
  readonly #tools: SyncTools;
  readonly #changed: () => void;
  readonly #backoff: Backoff;
  readonly #alone = createMutex();
  #phase: SyncPhase = 'working';
  #offlineSince: string | null = null;
  #lastAgreedAt: string | null = null;
  #stream: LiveStream | undefined;
  #streamSince = 0;
  #pullWanted = true;
  #pulling = false;
  #cycle: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  /** The server can't decide some entries before something else has arrived there. */
  #waits = false;
  #cancelRetry = () => {};
  #cancelCheckpoint = () => {};

  /** @param changed called when the phase has changed */
  constructor(tools: SyncTools, changed: () => void) {
    this.#tools = tools;
    this.#changed = changed;
    this.#backoff = new Backoff(tools.randomBytes);
  }

  get phase(): SyncPhase {
    return this.#phase;
  }

  /** Since when the server has been away (ISO), or null. */
  get offlineSince(): string | null {
    return this.#offlineSince;
  }

  /** When cache and server last agreed (ISO), as far as this engine knows. */
  get lastAgreedAt(): string | null {
    return this.#phase === 'synchronous' ? this.#now() : this.#lastAgreedAt;
  }

  /** Syncs now, or once more when the running cycle has ended. */
  poke(): void {
    if (this.#stopped) return;
    this.#cancelRetry();
    if (this.#cycle) {
      this.#again = true;
      return;
    }
    this.#cycle = this.#run().finally(() => {
      this.#cycle = undefined;
      if (this.#again && !this.#stopped) {
        this.#again = false;
        this.poke();
      }
    });
  }

  /** A new entry waits. With the server away it does not shorten the pause: hundreds may be made offline. */
  pokeForEntry(): void {
    if (this.#phase !== 'offline') this.poke();
  }

  /** Pulls in the next cycle, which begins now. */
  pokeForPull(): void {
    this.#pullWanted = true;
    this.poke();
  }

  /** Empties the log soon: something was deleted that must not be left on the disk. */
  checkpointSoon(): void {
    this.#cancelCheckpoint();
    this.#cancelCheckpoint = this.#tools.clock.after(CHECKPOINT_AFTER_MS, () => {
      if (!this.#stopped) void this.#checkpoint();
    });
  }

  /** Stops for good. What is on its way to the server is not waited for; it is pushed again next time. */
  stop(): void {
    this.#stopped = true;
    this.#cancelRetry();
    this.#cancelCheckpoint();
    this.#stream?.close();
  }

  /** Resolves when no cycle is running. */
  async idle(): Promise<void> {
    while (this.#cycle) await this.#cycle;
    await this.#alone(async () => undefined);
  }

  async #run(): Promise<void> {
    let token = '';
    try {
      token = await this.#tools.token();
      await this.#sync(token);
      this.#enter('synchronous');
      if (this.#waits && this.#stream?.isOpen) this.#retryAfter(ASK_AGAIN_AFTER_MS);
    } catch (error) {
      if (this.#stopped) return;
      this.#failed(error, token);
    }
  }

  async #sync(token: string): Promise<void> {
    if (this.#phase !== 'offline') this.#enter('working');
    if (await readMeta(this.#tools.cache.reader, 'resend')) await resendSentLog(this.#tools, token);
    await this.#push(token);
    if ((await readMeta(this.#tools.cache.reader, 'cursor')) === null) await this.#pullEverything(token);
    if (this.#pullWanted || (await this.#hasAgreedEntries())) await this.#pull(token);
    await this.#resendForGood(token);
    // A server restored from a backup may have asked for entries again.
    await this.#push(token);
    await this.#listen(token);
    await this.#drain();
  }

  /**
   * The sent log is owed until it was sent to a server whose place this desk knows. Sent before that, it is
   * there when all is pulled anew; but should the server be restored again meanwhile, nothing would tell.
   */
  async #resendForGood(token: string): Promise<void> {
    const { reader } = this.#tools.cache;
    if (!(await readMeta(reader, 'resend')) || (await readMeta(reader, 'cursor')) === null) return;
    await resendSentLog(this.#tools, token);
    await this.#tools.cache.write((tx) => writeMeta(tx.db, 'resend', null));
  }

  async #push(token: string): Promise<void> {
    const { dropped, waits } = await pushPending(this.#tools, token);
    if (dropped) this.checkpointSoon();
    this.#waits = waits;
  }

  async #pullEverything(token: string): Promise<void> {
    this.#stream?.close();
    this.#stream = undefined;
    await runFirstPull(this.#tools, token);
    this.#pullWanted = true;
  }

  async #pull(token: string): Promise<void> {
    this.#pulling = true;
    try {
      for (let count = 0; count < PULLS_AT_MOST; count += 1) {
        this.#pullWanted = false;
        const pulled = await pullOnce(
          this.#tools,
          token,
          (applied) => applied.deleted && this.checkpointSoon(),
        );
        if (pulled === 'done') return;
        if (pulled === 'again') continue;
        this.#tools.log.info('sync.resync');
        await forgetCursor(this.#tools);
        await resendSentLog(this.#tools, token);
        await this.#push(token);
        await this.#pullEverything(token);
      }
      this.#pullWanted = true;
    } finally {
      this.#pulling = false;
    }
  }

  async #listen(token: string): Promise<void> {
    if (this.#stream?.isOpen || this.#stopped) return;
    const cursor = await readMeta(this.#tools.cache.reader, 'cursor');
    if (cursor === null) return;
    this.#streamSince = this.#tools.clock.nowMs();
    this.#stream = new LiveStream(this.#tools.transport, token, cursor, {
      arrived: () => void this.#drain().catch((error: unknown) => this.#failed(error, token)),
      pullWanted: () => this.pokeForPull(),
      closed: (fault) => this.#streamClosed(fault, token),
    });
  }

  /** Applies the frames that have arrived, one after the other; while a pull is under way they wait for it. */
  async #drain(): Promise<void> {
    await this.#alone(async () => {
      while (!this.#pulling && !this.#stopped && this.#stream) {
        const cursor = await readMeta(this.#tools.cache.reader, 'cursor');
        const delta = cursor === null ? undefined : this.#stream.next(cursor);
        if (!delta) return;
        const applied = await takeDelta(this.#tools, delta);
        if (applied.deleted) this.checkpointSoon();
        if (this.#waits) this.poke();
      }
    });
  }

  #streamClosed(fault: ServerFault, token: string): void {
    if (this.#stopped) return;
    this.#pullWanted = true;
    this.#tools.doubted();
    if (this.#tools.clock.nowMs() - this.#streamSince >= STEADY_AFTER_MS) this.#backoff.reset();
    if (fault.kind === 'signedOut') this.#tools.tokenRefused(token);
    this.#retryLater();
  }

  #failed(error: unknown, token: string): void {
    if (isDamage(error)) {
      this.#tools.damaged(error);
      return;
    }
    if (error instanceof ServerFault) {
      if (error.kind === 'signedOut' && token !== '') this.#tools.tokenRefused(token);
      this.#tools.log.info('sync.failed', { kind: error.kind });
    } else this.#tools.log.warn('sync.failed', { kind: error instanceof Error ? error.name : 'unknown' });
    this.#pullWanted = true;
    this.#tools.doubted();
    this.#enter('offline');
    this.#retryLater();
  }

  #retryLater(): void {
    this.#retryAfter(this.#backoff.next());
  }

  #retryAfter(ms: number): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#tools.clock.after(ms, () => this.poke());
  }

  #now(): string {
    return toInstant(this.#tools.clock.nowMs());
  }

  #enter(phase: SyncPhase): void {
    if (this.#stopped || phase === this.#phase) return;
    if (this.#phase === 'synchronous') this.#lastAgreedAt = this.#now();
    this.#phase = phase;
    this.#offlineSince = phase === 'offline' ? this.#now() : null;
    this.#changed();
  }

  async #checkpoint(): Promise<void> {
    try {
      await this.#tools.cache.checkpoint();
    } catch (error) {
      if (!this.#stopped) this.#failed(error, '');
    }
  }

  async #hasAgreedEntries(): Promise<boolean> {
    const found = await this.#tools.cache.reader
      .selectFrom('outboxEntry')
      .select('id')
      .where('state', '=', 'applied')
      .limit(1)
      .executeTakeFirst();
    return found !== undefined;
  }
}
