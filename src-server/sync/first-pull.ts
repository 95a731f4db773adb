import { readFreePeriods } from '../../src-shared/school/settings.ts';
import { firstLaterStep, firstPullSteps, morningSince } from '../../src-shared/sync/first-pull-steps.ts';
import type { FirstPullLine } from '../../src-shared/sync/protocol.ts';
import { tableNames, tables } from '../../src-shared/tables/registry.ts';
import { type Day, inTimeZone } from '../../src-shared/values/day.ts';
import { readSchool } from '../database/school-scope.ts';
import type { ServerDatabase } from '../database/server-database.ts';
import { type CursorSeal, cursorOwner, type ResumePoint } from './cursor.ts';
import { RowReader, visibleRows } from './read-rows.ts';
import { findInFeed, isResumePoint, schoolHead } from './school-head.ts';
import type { Session } from './session.ts';
import { grantOf, type Interval, loadIntervals, View } from './view.ts';

/** Rows per line: large enough for one prepared insert loop, small enough to resume behind. */
const PAGE = 1_000;

type RowsLine = Extract<FirstPullLine, { kind: 'rows' }>;

/** What one first pull goes by. */
interface Walk {
  readonly database: ServerDatabase;
  readonly reader: RowReader;
  readonly session: Session;
  readonly place: ResumePoint;
  readonly sealed: (place: ResumePoint) => string;
}

/**
 * All rows a person may see, in pages. No transaction is held: rows may be newer than the revision the pull
 * began with, and the first delta, which starts at that revision, brings what changed meanwhile. Rights that
 * end under way end here too, page by page.
 * @param resume the last line's `resume` of an interrupted pull, or null. `nowMs`: which rows are recent
 */
export async function* firstPull(
  database: ServerDatabase,
  seal: CursorSeal,
  epoch: string,
  session: Session,
  { resume, nowMs }: { readonly resume: string | null; readonly nowMs: number },
): AsyncGenerator<FirstPullLine> {
  const owner = cursorOwner(session);
  const head = await schoolHead(database.reader, session.schoolId);
  if (!head) return;
  const opened = resume === null ? undefined : seal.open(owner, resume);
  const resumed =
    isResumePoint(opened) &&
    opened.epoch === epoch &&
    (await findInFeed(database.reader, session.schoolId, opened, head)) === 'known';
  const place = resumed
    ? opened
    : {
        epoch,
        revision: head.revision,
        hash: head.feedHash,
        since: await recentSince(database, session, head.timeZone, nowMs),
        step: 0,
        lastId: '',
      };
  const reader = new RowReader(database, session.schoolId);
  const walk: Walk = { database, reader, session, place, sealed: (at) => seal.seal(owner, at) };
  let view = new View(await intervalsAt(walk));
  yield { kind: 'begin', total: await total(reader, view), resumed };
  for (let index = place.step; index < firstPullSteps.length; index += 1) {
    if (index === firstLaterStep) yield { kind: 'morning' };
    view = yield* tableLines(walk, index, view);
  }
  yield {
    kind: 'end',
    cursor: seal.seal(owner, { epoch, revision: place.revision, hash: place.hash }),
    grants: (await intervalsAt(walk)).map(grantOf),
  };
}

async function recentSince(
  { reader }: ServerDatabase,
  { schoolId }: Session,
  timeZone: string,
  nowMs: number,
): Promise<Day> {
  const { day } = inTimeZone(nowMs, timeZone);
  return morningSince(day, await readFreePeriods(readSchool(reader, schoolId)));
}

/** Intervals open since the pull's revision; those that began later come whole with the first delta. */
async function intervalsAt({ database, session, place }: Walk): Promise<Interval[]> {
  const { schoolId, personId } = session;
  const intervals = await loadIntervals(database.reader, schoolId, personId, place.revision);
  return intervals.filter(
    (interval) => interval.sinceRevision <= place.revision && interval.untilRevision === null,
  );
}

/**
 * The pages of one step. A row that passes from one part of its table to the other under way has changed, and the
 * first delta brings it. The view is read after the rows: none leaves by a right that ended meanwhile.
 * @param view the last one read; rights only go during a pull, so it is at worst too wide
 * @returns the last one read
 */
async function* tableLines(walk: Walk, index: number, view: View): AsyncGenerator<RowsLine, View> {
  const { place, reader } = walk;
  const step = firstPullSteps[index];
  if (!step) return view;
  const { table } = step;
  let now = view;
  let lastId = index === place.step ? place.lastId : '';
  for (let full = now.seesAny(tables[table].facet); full; ) {
    const rows = await reader.page(step, place.since, now, { afterId: lastId, limit: PAGE });
    const last = rows.at(-1)?.[0];
    if (typeof last !== 'string') return now;
    lastId = last;
    full = rows.length === PAGE;
    now = new View(await intervalsAt(walk));
    const resume = walk.sealed({ ...place, step: index, lastId });
    yield { kind: 'rows', table, rows: visibleRows(table, rows, now), resume };
  }
  return now;
}

async function total(reader: RowReader, view: View): Promise<number> {
  let sum = 0;
  for (const table of tableNames)
    if (view.seesAny(tables[table].facet)) sum += await reader.count(table, view);
  return sum;
}
