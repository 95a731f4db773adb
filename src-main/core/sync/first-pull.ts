import type { FirstPullLine, WireRows } from '../../../src-shared/sync/protocol.ts';
import { toInstant } from '../../../src-shared/values/day.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { type MetaValue, readMeta, writeMeta } from '../database/cache-meta.ts';
import { dropIndexes, makeIndexes } from '../database/lookup-indexes.ts';
import { nextTurn } from '../machine/next-turn.ts';
import { rebase } from '../outbox/rebase.ts';
import { entriesOf, putRows, rootsOfRows } from './apply-delta.ts';
import { replaceGrants } from './grants.ts';
import { beginRefill, endRefill, noteSeen } from './refill.ts';
import { ServerFault } from './server-transport.ts';
import type { SyncTools } from './sync-tools.ts';

/** Rows written in one transaction; measured: fewer cost an fsync each, more keep writers waiting. */
const ROWS_AT_ONCE = 5000;
/** Pages of the log before SQLite moves them into the file; while filling, moving often costs half the time. */
const PAGES_WHILE_FILLING = 30_000;
const PAGES_USUALLY = 1000;

type Progress = MetaValue<'firstPull'>;
type RowsLine = Extract<FirstPullLine, { kind: 'rows' }>;
type EndLine = Extract<FirstPullLine, { kind: 'end' }>;

/**
 * Fills a cache: what the morning needs first, then the rest; in between the window is answered. Each transaction
 * keeps where to go on, so that an interrupted pull resumes there. A cache with rows is filled anew under the
 * hands of who works with it.
 * @throws {ServerFault} when the transfer breaks off; call again to resume
 */
export async function runFirstPull(tools: SyncTools, token: string): Promise<void> {
  const state = await tools.cache.write((tx) => beginOrResume(tx));
  const filler = new Filler(tools, state.progress, state.refilling);
  await tools.cache.write(async (tx) => void tx.raw.pragma(`wal_autocheckpoint = ${PAGES_WHILE_FILLING}`));
  try {
    for await (const line of tools.transport.firstPull(token, state.resume)) {
      if (line.kind === 'end') {
        await filler.end(line);
        return;
      }
      await filler.take(line);
      // What has come is told, and asked for, while the rest still comes.
      await nextTurn();
    }
    throw new ServerFault('away', 'first pull broke off');
  } catch (error) {
    if (error instanceof ServerFault) await filler.keep();
    throw error;
  }
}

async function beginOrResume(tx: CacheTransaction) {
  const resume = await readMeta(tx.db, 'resume');
  const known = await readMeta(tx.db, 'firstPull');
  const wasRefilling = (await readMeta(tx.db, 'refilling')) ?? false;
  if (resume !== null && known) return { resume, progress: known, refilling: wasRefilling };
  const refilling = wasRefilling || (await hasRows(tx));
  const progress: Progress = { done: 0, total: 0, morningReady: refilling, whole: refilling };
  if (refilling) {
    await writeMeta(tx.db, 'refilling', true);
    await beginRefill(tx);
  } else dropIndexes(tx.raw);
  await writeMeta(tx.db, 'resume', null);
  await writeMeta(tx.db, 'firstPull', progress);
  tx.changes.topic('session');
  return { resume: null, progress, refilling };
}

/** Rows that are not the desk's own optimistic ones would be enough; any row at all is safe. */
async function hasRows(tx: CacheTransaction): Promise<boolean> {
  const setting = await tx.db.selectFrom('schoolSetting').select('id').limit(1).executeTakeFirst();
  const student = await tx.db.selectFrom('student').select('id').limit(1).executeTakeFirst();
  return setting !== undefined || student !== undefined;
}

/** Gathers lines and writes them in large transactions. */
class Filler {
  readonly #tools: SyncTools;
  #refilling: boolean;
  #progress: Progress;
  #lines: RowsLine[] = [];
  #gathered = 0;

  constructor(tools: SyncTools, progress: Progress, refilling: boolean) {
    this.#tools = tools;
    this.#progress = progress;
    this.#refilling = refilling;
  }

  async take(line: Exclude<FirstPullLine, EndLine>): Promise<void> {
    switch (line.kind) {
      case 'begin':
        if (!line.resumed && this.#progress.done > 0) await this.#startOver();
        this.#progress = { ...this.#progress, total: line.total };
        return;
      case 'rows':
        this.#lines.push(line);
        this.#gathered += line.rows.length;
        if (this.#gathered >= ROWS_AT_ONCE) await this.keep();
        return;
      case 'morning':
        this.#progress = { ...this.#progress, morningReady: true };
        await this.#tools.cache.write(async (tx) => {
          await this.#flush(tx);
          makeIndexes(tx.raw, 'morning');
          tx.changes.everybody = true;
        });
    }
  }

  /** Writes what has been gathered: a transfer that broke off goes on behind it. */
  async keep(): Promise<void> {
    await this.#tools.cache.write((tx) => this.#flush(tx));
  }

  async end(line: EndLine): Promise<void> {
    const { cache, author } = this.#tools;
    await cache.write(async (tx) => {
      await this.#flush(tx);
      makeIndexes(tx.raw, 'morning');
      makeIndexes(tx.raw, 'rest');
      await replaceGrants(tx, line.grants);
      await rebase(tx, author(), 'all', new Set(), async () => {
        if (this.#refilling) await endRefill(tx);
      });
      for (const key of ['resume', 'firstPull', 'refilling'] as const) await writeMeta(tx.db, key, null);
      await writeMeta(tx.db, 'cursor', line.cursor);
      await writeMeta(tx.db, 'lastSyncAt', toInstant(author().nowMs));
      // Whom the search knows came with the morning, and has been filed since.
      if (!this.#progress.morningReady || this.#refilling) tx.changes.everybody = true;
      for (const topic of ['session', 'syncState'] as const) tx.changes.topic(topic);
    });
    await cache.write(async (tx) => void tx.raw.pragma(`wal_autocheckpoint = ${PAGES_USUALLY}`));
    await cache.checkpoint();
  }

  /** The server can't go on where the transfer broke off: what has come so far may be out of date. */
  async #startOver(): Promise<void> {
    this.#refilling = true;
    this.#progress = { ...this.#progress, done: 0, morningReady: this.#progress.whole };
    await this.#tools.cache.write(async (tx) => {
      await writeMeta(tx.db, 'refilling', true);
      await beginRefill(tx);
    });
  }

  async #flush(tx: CacheTransaction): Promise<void> {
    const rows = gatheredRows(this.#lines);
    const resume = this.#lines.at(-1)?.resume;
    await this.#write(tx, rows);
    this.#progress = { ...this.#progress, done: this.#progress.done + this.#gathered };
    this.#lines = [];
    this.#gathered = 0;
    if (resume !== undefined) await writeMeta(tx.db, 'resume', resume);
    await writeMeta(tx.db, 'firstPull', this.#progress);
    tx.changes.topic('session');
  }

  async #write(tx: CacheTransaction, rows: WireRows): Promise<void> {
    if (this.#refilling) {
      noteSeen(tx, rows);
      await rebase(tx, this.#tools.author(), rootsOfRows(rows), new Set(), async () => putRows(tx, rows));
      return;
    }
    const waiting = await tx.db.selectFrom('outboxEntry').select('id').limit(1).executeTakeFirst();
    const touched = waiting ? rootsOfRows(rows) : new Set<string>();
    await rebase(tx, this.#tools.author(), touched, new Set(), async () => {
      for (const [table, cells] of entriesOf(rows)) {
        for (const row of cells) tx.rows.putCells(table, row);
        tx.changes.bulk(table);
      }
    });
  }
}

function gatheredRows(lines: readonly RowsLine[]): WireRows {
  const rows: WireRows = {};
  for (const line of lines) {
    const known = rows[line.table];
    if (known) for (const row of line.rows) known.push(row);
    else rows[line.table] = [...line.rows];
  }
  return rows;
}
