import { lastTicks } from '../../../src-shared/roll-call/standing.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { among } from './among.ts';

/** An absence that covers the day. Of a child one may know less about: its bare mark, with nulls. */
export type AwayRow = Pick<
  Row<'absence'>,
  'id' | 'studentId' | 'fromDay' | 'untilDay' | 'span' | 'atTime' | 'fromLesson' | 'untilLesson'
> & {
  readonly reason: Row<'absence'>['reason'] | null;
  readonly excuse: Row<'absence'>['excuse'] | null;
  readonly excuseExpected: Row<'absence'>['excuseExpected'] | null;
  readonly remark: string | null;
};

/** Which children a question is about; undefined: all of them. */
export type Only = readonly string[] | undefined;

/** Absences, not withdrawn, that cover the day. */
export async function readAbsencesOn(db: DomainReader, day: Day, only: Only): Promise<AwayRow[]> {
  const query = db
    .selectFrom('absence')
    .select(['id', 'studentId', 'fromDay', 'untilDay', 'span', 'atTime', 'fromLesson', 'untilLesson'])
    .select(['reason', 'excuse', 'excuseExpected', 'remark', 'withdrawn'])
    .where((where) => where.or([where('untilDay', '>=', day), where('untilDay', 'is', null)]));
  const rows = await (only ? query.where(among('studentId', only)) : query).execute();
  // Few absences end today or later, but half of all begin before: so the first day is looked at here, and
  // SQLite is left no index to go astray with.
  return rows.filter((row) => row.fromDay <= day && row.withdrawn === 0);
}

/** Bare marks that cover the day, without those whose absences are known. */
export async function readMarksOnly(
  db: DomainReader,
  day: Day,
  known: readonly AwayRow[],
  only: Only,
): Promise<AwayRow[]> {
  const query = db
    .selectFrom('absenceMark')
    .selectAll()
    .where((where) => where.or([where('untilDay', '>=', day), where('untilDay', 'is', null)]));
  const rows = await (only ? query.where(among('studentId', only)) : query).execute();
  const ids = new Set(known.map((row) => row.id));
  return rows
    .filter((row) => row.fromDay <= day && !ids.has(row.id))
    .map((row) => ({ ...row, ...nothingKnown }));
}

const nothingKnown = {
  fromLesson: null,
  untilLesson: null,
  reason: null,
  excuse: null,
  excuseExpected: null,
  remark: null,
} as const;

/** Reports that wait in the inbox, the oldest first. */
export async function readWaitingReports(db: DomainReader): Promise<Row<'absenceReport'>[]> {
  return db
    .selectFrom('absenceReport')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
}

/** The tick that counts on the day, by child. */
export async function readMarks(
  db: DomainReader,
  day: Day,
  only: Only,
): Promise<Map<string, Row<'rollCallMark'>>> {
  const query = db.selectFrom('rollCallMark').selectAll().where('day', '=', day);
  return lastTicks(await (only ? query.where(among('studentId', only)) : query).execute());
}

/** Calls of the day, the oldest first, those that were taken back among them. */
export async function readAttempts(db: DomainReader, day: Day, only: Only): Promise<Row<'contactAttempt'>[]> {
  const query = db.selectFrom('contactAttempt').selectAll().where('day', '=', day);
  const rows = await (only ? query.where(among('studentId', only)) : query).execute();
  return rows.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}
