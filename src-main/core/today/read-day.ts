import { stands } from '../../../src-shared/roll-call/standing.ts';
import { readFreePeriods, readSettings, type SchoolSettings } from '../../../src-shared/school/settings.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { AwayPart } from '../../../src-shared/today/announcement.ts';
import { type Morning, morningOf } from '../../../src-shared/today/morning.ts';
import { type ChildDay, ordinaryDay } from '../../../src-shared/today/presence.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import type { FreePeriod } from '../../../src-shared/values/school-calendar.ts';
import { among } from './among.ts';
import {
  type AwayRow,
  type Only,
  readAbsencesOn,
  readAttempts,
  readMarks,
  readMarksOnly,
  readWaitingReports,
} from './day-rows.ts';
import { groupedBy } from './grouped.ts';
import { seesAllAbsences, type Viewpoint } from './viewpoint.ts';

/** What is known of a day, read once; every figure and list of a screen is made from the same reading. */
export interface SchoolDay {
  readonly settings: SchoolSettings;
  readonly periods: readonly FreePeriod[];
  readonly morning: Morning;
  /** Of children about whom there is anything to say; all others have an ordinary day. */
  readonly children: ReadonlyMap<string, ChildDay>;
  readonly away: ReadonlyMap<string, readonly AwayRow[]>;
  readonly marks: ReadonlyMap<string, Row<'rollCallMark'>>;
  /** All calls, for the log; those that were taken back count for nothing else. */
  readonly attempts: ReadonlyMap<string, readonly Row<'contactAttempt'>[]>;
  /** The whole inbox, also reports about other days. */
  readonly waiting: readonly Row<'absenceReport'>[];
  /** Fetched regularly at this time (`HH:MM`), by child. */
  readonly pickups: ReadonlyMap<string, string>;
}

/**
 * Reads a day.
 * @param only the children it is about, if not all of the school
 */
export async function readDay(
  db: DomainReader,
  { role, nowMs }: Viewpoint,
  day: Day,
  only?: readonly string[],
): Promise<SchoolDay> {
  const settings = await readSettings(db);
  const periods = await readFreePeriods(db);
  const absences = await readAbsencesOn(db, day, only);
  const marksOnly = seesAllAbsences(role) ? [] : await readMarksOnly(db, day, absences, only);
  const away = groupedBy([...absences, ...marksOnly], (row) => row.studentId);
  const waiting = await readWaitingReports(db);
  const marks = await readMarks(db, day, only);
  const attempts = groupedBy(await readAttempts(db, day, only), (row) => row.studentId);
  const pickups = await readPickups(db, only);
  const read = { away, waiting, marks, attempts, pickups };
  return {
    settings,
    periods,
    morning: morningOf(settings, periods, day, nowMs),
    children: childrenOf(read, day, only),
    ...read,
  };
}

/** What is known of one child; an ordinary day if nothing is. */
export function childDay(day: SchoolDay, studentId: string): ChildDay {
  return day.children.get(studentId) ?? ordinaryDay;
}

async function readPickups(db: DomainReader, only: Only): Promise<Map<string, string>> {
  const query = db
    .selectFrom('studentDetail')
    .select(['id', 'earlyPickupAt'])
    .where('earlyPickupAt', 'is not', null);
  const rows = await (only ? query.where(among('id', only)) : query).execute();
  return new Map(rows.map((row) => [row.id, row.earlyPickupAt ?? '']));
}

function childrenOf(
  read: Pick<SchoolDay, 'away' | 'waiting' | 'marks' | 'attempts' | 'pickups'>,
  day: Day,
  only: Only,
): Map<string, ChildDay> {
  const covering = read.waiting.filter(
    (report) => report.fromDay <= day && (report.untilDay === null || report.untilDay >= day),
  );
  const waiting = groupedBy(covering, (report) => report.studentId);
  const all = [read.away, read.marks, read.attempts, read.pickups, waiting].flatMap((map) => [...map.keys()]);
  const ids = only ?? new Set(all);
  const children = new Map<string, ChildDay>();
  for (const id of ids) {
    children.set(id, {
      mark: read.marks.get(id) ?? null,
      away: read.away.get(id) ?? [],
      waiting: (waiting.get(id) ?? []).map(withoutLessons),
      attempts: (read.attempts.get(id) ?? []).filter(stands),
      earlyPickupAt: read.pickups.get(id) ?? null,
    });
  }
  return children;
}

/** A report names no lessons; "some lessons" is taken for the first one on, and somebody will look at it. */
function withoutLessons({ span, atTime }: Row<'absenceReport'>): AwayPart {
  return { span, atTime, fromLesson: null, untilLesson: null };
}
