import type { Delta, PullResponse, WireRows } from '../../src-shared/sync/protocol.ts';
import { isTableName, type TableName, tableNames, tables } from '../../src-shared/tables/registry.ts';
import type { Cell, ServerDatabase } from '../database/open-database.ts';
import { type Cursor, type CursorSeal, cursorOwner } from './cursor.ts';
import { RowReader, visibleRows } from './read-rows.ts';
import { isCursor, schoolHead } from './school-head.ts';
import type { Session } from './session.ts';
import { grantOf, type Interval, loadIntervals, secondRooted, View } from './view.ts';

/** A cursor this far behind moves on all the same, before the server forgets what it stands on. */
const LONGEST_SILENCE = 50_000;

/**
 * Answers "what has changed for this person since then?". The school's revision is read first, so what is
 * committed meanwhile may come early (a phantom) and comes again, but never goes missing (a hole).
 */
export async function pull(
  database: ServerDatabase,
  seal: CursorSeal,
  epoch: string,
  session: Session,
  sealed: string,
): Promise<PullResponse> {
  const owner = cursorOwner(session);
  const cursor = seal.open(owner, sealed);
  const head = await schoolHead(database.reader, session.schoolId);
  if (
    !head ||
    !isCursor(cursor) ||
    cursor.epoch !== epoch ||
    !(await isInFeed(database, session.schoolId, cursor, head))
  )
    return { kind: 'resync' };
  const to = seal.seal(owner, { epoch, revision: head.revision, hash: head.feedHash });
  const empty: Delta = {
    kind: 'delta',
    from: sealed,
    to,
    ended: [],
    began: [],
    removed: {},
    rows: {},
    settles: [],
  };
  if (cursor.revision === head.revision) return empty;
  const intervals = await loadIntervals(database.reader, session.schoolId, session.personId, cursor.revision);
  const open = intervals.filter((interval) => interval.untilRevision === null);
  const began = open.filter((interval) => interval.sinceRevision > cursor.revision);
  const lasting = new View(open.filter((interval) => interval.sinceRevision <= cursor.revision));
  const reader = new RowReader(database, session.schoolId);
  const rows: WireRows = {};
  await addChangedRows(reader, rows, cursor.revision, lasting, new View(open));
  await addBegunRows(reader, rows, began, new View(open));
  const delta: Delta = {
    ...empty,
    rows,
    ended: endedFor(intervals, cursor.revision),
    began: began.map(grantOf),
    removed: await removedRows(database, session.schoolId, cursor.revision, lasting),
    settles: await settledEntries(database, session, cursor.revision),
  };
  return saysNothing(delta) && head.revision - cursor.revision < LONGEST_SILENCE
    ? { ...delta, to: sealed }
    : delta;
}

/** Nothing this person may see has changed: the cursor stays, so that it tells nothing of what others did. */
function saysNothing(delta: Delta): boolean {
  const parts = [
    delta.ended,
    delta.began,
    delta.settles,
    Object.keys(delta.rows),
    Object.keys(delta.removed),
  ];
  return parts.every((part) => part.length === 0);
}

async function isInFeed(
  database: ServerDatabase,
  schoolId: number,
  cursor: Cursor,
  head: { revision: number; feedHash: string; oldestRevision: number },
): Promise<boolean> {
  if (cursor.revision === head.revision) return cursor.hash === head.feedHash;
  if (cursor.revision > head.revision || cursor.revision < head.oldestRevision) return false;
  const feed = await database.reader
    .selectFrom('feed')
    .select('hash')
    .where('schoolId', '=', schoolId)
    .where('revision', '=', cursor.revision)
    .executeTakeFirst();
  return feed?.hash === cursor.hash;
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
    (removed[tableName] ??= []).push(rowId);
  }
  return removed;
}

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
    .where('revision', '>', revision)
    .execute();
  return rows.map((row) => row.entryId);
}
