import { sql } from 'kysely';
import type { OperationResult, ParsedArgs } from '../../../src-shared/contract/staff-contract.ts';
import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { addDays, type Day } from '../../../src-shared/values/day.ts';
import { freeDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { unindexed } from '../today/unindexed.ts';
import { absenceLines, selectAbsences } from './absence-lines.ts';

const RECENT_DAYS = 120;

/** Absences that share a day with the range, the newest first. */
export async function listAbsences(
  db: DomainReader,
  today: Day,
  args: ParsedArgs<'absences.list'>,
): Promise<OperationResult<'absences.list'>> {
  // Of years of absences few ended lately, but nearly all began before today. Long ago it is the other way.
  const isRecent = args.fromDay > addDays(today, -RECENT_DAYS);
  let query = selectAbsences(db)
    .where(isRecent ? unindexed('absence.fromDay') : sql.ref('absence.fromDay'), '<=', args.untilDay)
    .where((where) =>
      where.or([where('absence.untilDay', '>=', args.fromDay), where('absence.untilDay', 'is', null)]),
    );
  if (args.classId !== null) query = query.where('schoolClass.id', '=', args.classId);
  if (args.studentId !== null) query = query.where('absence.studentId', '=', args.studentId);
  if (args.reason !== null) query = query.where('absence.reason', '=', args.reason);
  if (args.excuse !== null) query = query.where('absence.excuse', '=', args.excuse);
  if (!args.withWithdrawn) query = query.where('absence.withdrawn', '=', 0);
  const rows = await query
    .orderBy('absence.fromDay', 'desc')
    .orderBy('absence.recordedAt', 'desc')
    .orderBy('absence.id')
    .execute();
  const lines = await absenceLines(db, rows, today);
  return {
    lines: args.onlyOverdue ? lines.filter((line) => line.excuseOverdue) : lines,
    freeDays: freeDaysIn(args.fromDay, args.untilDay, await readFreePeriods(db)),
  };
}
