import type { OperationResult, ParsedArgs } from '../../../src-shared/contract/staff-contract.ts';
import { readFreePeriods } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { freeDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { absenceLines, selectAbsences } from './absence-lines.ts';

/** Absences that share a day with the range, the newest first. */
export async function listAbsences(
  db: DomainReader,
  today: Day,
  args: ParsedArgs<'absences.list'>,
): Promise<OperationResult<'absences.list'>> {
  let query = selectAbsences(db)
    .where('absence.fromDay', '<=', args.untilDay)
    .where((where) =>
      where.or([where('absence.untilDay', '>=', args.fromDay), where('absence.untilDay', 'is', null)]),
    );
  if (args.classId !== null) query = query.where('student.classId', '=', args.classId);
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
