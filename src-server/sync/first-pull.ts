import type { FirstPullLine } from '../../src-shared/sync/protocol.ts';
import { type TableName, tableNames, tables } from '../../src-shared/tables/registry.ts';
import type { ServerDatabase } from '../database/open-database.ts';
import { type CursorSeal, cursorOwner, type ResumePoint } from './cursor.ts';
import { RowReader, visibleRows } from './read-rows.ts';
import { isResumePoint, schoolHead } from './school-head.ts';
import type { Session } from './session.ts';
import { grantOf, loadIntervals, View } from './view.ts';

/** Rows per line: large enough for one prepared insert loop, small enough to resume behind. */
const PAGE = 1_000;

/** What the morning needs comes first, then the rest; both in the registry's order. */
const order: readonly TableName[] = [
  ...tableNames.filter((table) => tables[table].morning),
  ...tableNames.filter((table) => !tables[table].morning),
];
const firstLater = order.findIndex((table) => !tables[table].morning);

/**
 * All rows a person may see, in pages. No transaction is held: rows may be newer than the revision the pull
 * began with, and the first delta, which starts at that revision, brings what changed meanwhile.
 * @param resume the last line's `resume` of an interrupted pull, or null.
 */
export async function* firstPull(
  database: ServerDatabase,
  seal: CursorSeal,
  epoch: string,
  session: Session,
  resume: string | null,
): AsyncGenerator<FirstPullLine> {
  const owner = cursorOwner(session);
  const head = await schoolHead(database.reader, session.schoolId);
  if (!head) return;
  const opened = resume === null ? undefined : seal.open(owner, resume);
  const start =
    isResumePoint(opened) &&
    opened.epoch === epoch &&
    opened.revision >= head.oldestRevision &&
    opened.revision <= head.revision
      ? opened
      : undefined;
  const place: ResumePoint = start ?? {
    epoch,
    revision: head.revision,
    hash: head.feedHash,
    table: 0,
    lastId: '',
  };
  const intervals = (
    await loadIntervals(database.reader, session.schoolId, session.personId, place.revision)
  ).filter(
    // Intervals that began after the pull's revision come whole with the first delta.
    (interval) => interval.sinceRevision <= place.revision && interval.untilRevision === null,
  );
  const view = new View(intervals);
  const reader = new RowReader(database, session.schoolId);
  yield { kind: 'begin', total: await total(reader, view), resumed: start !== undefined };
  for (let index = place.table; index < order.length; index += 1) {
    if (index === firstLater) yield { kind: 'morning' };
    const table = order[index];
    if (!table || !view.seesAny(tables[table].facet)) continue;
    let lastId = index === place.table ? place.lastId : '';
    for (;;) {
      const rows = await reader.page(table, view, lastId, PAGE);
      const last = rows.at(-1)?.[0];
      if (typeof last !== 'string') break;
      lastId = last;
      yield {
        kind: 'rows',
        table,
        rows: visibleRows(table, rows, view),
        resume: seal.seal(owner, { ...place, table: index, lastId }),
      };
      if (rows.length < PAGE) break;
    }
  }
  yield {
    kind: 'end',
    cursor: seal.seal(owner, { epoch, revision: place.revision, hash: place.hash }),
    grants: intervals.map(grantOf),
  };
}

async function total(reader: RowReader, view: View): Promise<number> {
  let sum = 0;
  for (const table of tableNames)
    if (view.seesAny(tables[table].facet)) sum += await reader.count(table, view);
  return sum;
}
