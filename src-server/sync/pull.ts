import type { Delta, PullResponse, WireRows } from '../../src-shared/sync/protocol.ts';
import { isTableName, type TableName, tableNames, tables } from '../../src-shared/tables/registry.ts';
import type { Cell, ServerDatabase } from '../database/server-database.ts';
import { type CursorSeal, cursorOwner } from './cursor.ts';
import { RowReader, visibleRows } from './read-rows.ts';
import { findInFeed, isCursor, schoolHead } from './school-head.ts';
import type { Session } from './session.ts';
import { grantOf, type Interval, loadIntervals, secondRooted, View } from './view.ts';

/** A cursor this far behind moves on all the same, before the server forgets what it stands on. */
const LONGEST_SILENCE = 50_000;

/** How often a pull starts over because the person's rights changed under it, before it lets the desk ask again. */
const TRIES = 5;

/**
 * Answers "what has changed for this person since then?". The school's revision is read first, so what is
 * committed meanwhile may come early (a phantom) and comes again, but never goes missing (a hole). Rights that
 * change while rows are read start it over: no row leaves by a right that is gone.
 * @returns `restored` when the desk knows a later history than this database
 */
export async function pull(
  database: ServerDatabase,
  seal: CursorSeal,
  epoch: string,
  session: Session,
  sealed: string,
  awaiting: readonly string[] = [],
): Promise<PullResponse | 'restored'> {
  const owner = cursorOwner(session);
  const cursor = seal.open(owner, sealed);
  const head = await schoolHead(database.reader, session.schoolId);
  if (!head || !isCursor(cursor) || cursor.epoch !== epoch) return { kind: 'resync' };
  const known = await findInFeed(database.reader, session.schoolId, cursor, head);
  if (known === 'foreign') return 'restored';
  if (known === 'tooOld') return { kind: 'resync' };
  const awaited = await answeredAmong(database, session, awaiting);
  if (cursor.revision === head.revision) return { ...emptyDelta, ...awaited, from: sealed, to: sealed };
  const content = await steadily(database, session, cursor.revision, (intervals) =>
    contentSince(database, session, cursor.revision, intervals),
  );
  // Rights in constant motion: nothing has happened for this desk yet, it asks again.
  if (!content) return { ...emptyDelta, from: sealed, to: sealed, missing: awaited.missing };
  const to = seal.seal(owner, { epoch, revision: head.revision, hash: head.feedHash });
  const silent = saysNothing(content) && head.revision - cursor.revision < LONGEST_SILENCE;
  const settles = [...new Set([...content.settles, ...awaited.settles])];
  return {
    ...emptyDelta,
    ...content,
    settles,
    missing: awaited.missing,
    from: sealed,
    to: silent ? sealed : to,
  };
}

/**
 * Of the entries a device still waits for, those this server has agreed to (all rows up to its head are on
 * their way, so they are settled) and the others: it was restored from a backup that is older.
 */
async function answeredAmong(
  database: ServerDatabase,
  session: Session,
  awaiting: readonly string[],
): Promise<{ settles: string[]; missing: string[] }> {
  if (awaiting.length === 0) return { settles: [], missing: [] };
  const rows = await database.reader
    .selectFrom('syncEntry')
    .select('entryId')
    .where('schoolId', '=', session.schoolId)
    .where('authorId', '=', session.personId)
    .where('status', '=', 'applied')
    .where('entryId', 'in', [...awaiting])
    .execute();
  const settles = rows.map((row) => row.entryId);
  const known = new Set(settles);
  return { settles, missing: awaiting.filter((entryId) => !known.has(entryId)) };
}

const emptyDelta = {
  kind: 'delta' as const,
  ended: [],
  began: [],
  removed: {},
  rows: {},
  settles: [],
};

type Content = Pick<Delta, 'ended' | 'began' | 'removed' | 'rows' | 'settles'>;

/** Reads until the person's intervals were the same before and after; undefined when they never were. */
async function steadily(
  database: ServerDatabase,
  { schoolId, personId }: Session,
  revision: number,
  read: (intervals: readonly Interval[]) => Promise<Content>,
): Promise<Content | undefined> {
  let before = await loadIntervals(database.reader, schoolId, personId, revision);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const content = await read(before);
    const after = await loadIntervals(database.reader, schoolId, personId, revision);
    if (sameIntervals(before, after)) return content;
    before = after;
  }
  return undefined;
}

/** Intervals carry the revisions that opened and closed them, so equal lists mean that nothing moved between. */
function sameIntervals(first: readonly Interval[], second: readonly Interval[]): boolean {
  const keys = (list: readonly Interval[]) =>
    list
      .map((one) => `${one.facet}|${one.rootId}|${one.sinceRevision}|${one.untilRevision}`)
      .sort()
      .join('\n');
  return first.length === second.length && keys(first) === keys(second);
}

async function contentSince(
  database: ServerDatabase,
  session: Session,
  revision: number,
  intervals: readonly Interval[],
): Promise<Content> {
  const open = intervals.filter((interval) => interval.untilRevision === null);
  const began = open.filter((interval) => interval.sinceRevision > revision);
  const lasting = new View(open.filter((interval) => interval.sinceRevision <= revision));
  const reader = new RowReader(database, session.schoolId);
  const rows: WireRows = {};
  await addChangedRows(reader, rows, revision, lasting, new View(open));
  await addBegunRows(reader, rows, began, new View(open));
  return {
    rows,
    ended: endedFor(intervals, revision),
    began: began.map(grantOf),
    removed: await removedRows(database, session.schoolId, revision, lasting),
    settles: await settledEntries(database, session, revision),
  };
}

/** Nothing this person may see has changed: the cursor stays, so that it tells nothing of what others did. */
function saysNothing(delta: Content): boolean {
  const parts = [
    delta.ended,
    delta.began,
    delta.settles,
    Object.keys(delta.rows),
    Object.keys(delta.removed),
  ];
  return parts.every((part) => part.length === 0);
}

/** Intervals that ended after the cursor and that the device could hold; not those that go on in another interval. */
function endedFor(intervals: readonly Interval[], revision: number): Delta['ended'] {
  return intervals
    .filter((interval) => interval.untilRevision !== null && interval.sinceRevision <= revision)
    .map(({ facet, rootId }) => ({ facet, rootId }));
}

async function addChangedRows(
  reader: RowReader,
  rows: WireRows,
  revision: number,
  lasting: View,
  now: View,
): Promise<void> {
  for (const table of tableNames) {
    const { facet, secondRoot } = secondRooted(table);
    if (!lasting.seesAny(facet) || (secondRoot && !now.seesAny(secondRoot.facet))) continue;
    const changed = await reader.after(table, revision);
    const visible = visibleRows(table, visibleRows(table, changed, now), secondRoot ? now : lasting);
    if (visible.length > 0) rows[table] = visible;
  }
}

/** The whole content of what began: own rows of each root, and rows that join it from another visible root. */
async function addBegunRows(
  reader: RowReader,
  rows: WireRows,
  began: readonly Interval[],
  now: View,
): Promise<void> {
  if (began.length === 0) return;
  const fresh = new View(began);
  for (const table of tableNames) {
    const { facet, secondRoot } = secondRooted(table);
    const found = await rowsOfRoots(reader, table, facet, tables[table].rootColumn, fresh);
    if (secondRoot)
      found.push(...(await rowsOfRoots(reader, table, secondRoot.facet, secondRoot.column, fresh)));
    const visible = visibleRows(table, found, now);
    if (visible.length > 0) rows[table] = distinct([...(rows[table] ?? []), ...visible]);
  }
}

async function rowsOfRoots(
  reader: RowReader,
  table: TableName,
  facet: Interval['facet'],
  column: string | null,
  view: View,
): Promise<Cell[][]> {
  if (view.seesAll(facet)) return reader.all(table);
  const roots = [...view.rootsOf(facet)];
  return roots.length === 0 || column === null ? [] : reader.where(table, column, roots);
}

/** The last version of each row (ids are the first column). */
function distinct(rows: readonly Cell[][]): Cell[][] {
  return [...new Map(rows.map((row) => [row[0], row])).values()];
}

async function removedRows(
  database: ServerDatabase,
  schoolId: number,
  revision: number,
  lasting: View,
): Promise<Delta['removed']> {
  const stones = await database.reader
    .selectFrom('tombstone')
    .select(['tableName', 'rowId', 'rootId'])
    .where('schoolId', '=', schoolId)
    .where('revision', '>', revision)
    .execute();
  const removed: Delta['removed'] = {};
  for (const { tableName, rowId, rootId } of stones) {
    if (!isTableName(tableName) || !lasting.sees(tables[tableName].facet, rootId)) continue;
    const ids = removed[tableName];
    if (ids) ids.push(rowId);
    else removed[tableName] = [rowId];
  }
  return removed;
}

/** Entries agreed to. A refused one is never settled: its desk hears of it as the answer, however often it asks. */
async function settledEntries(
  database: ServerDatabase,
  session: Session,
  revision: number,
): Promise<string[]> {
  const rows = await database.reader
    .selectFrom('syncEntry')
    .select('entryId')
    .where('schoolId', '=', session.schoolId)
    .where('authorId', '=', session.personId)
    .where('status', '=', 'applied')
    .where('revision', '>', revision)
    .execute();
  return rows.map((row) => row.entryId);
}
