import { z } from 'zod';
import { accepted, type Change, defineCommand, put, type RuleContext, refused } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { findAbsence, findReport } from './find.ts';
import { bothRemarks, laterEnd } from './join.ts';
import { idSchema } from './report-fields.ts';
import { absenceChanges } from './rows.ts';

type Absence = Row<'absence'>;
type Report = Row<'absenceReport'>;

/** Takes one report back (undo of a call just logged). The absence goes with its last report. */
export const withdrawReport = defineCommand('absences.withdrawReport', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema }),
  result: z.object({ absenceWithdrawn: z.boolean() }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await findReport(context.db, args.reportId);
    if (report?.studentId !== args.studentId) return refused('reportUnknown');
    const absence = report.absenceId === null ? undefined : await findAbsence(context.db, report.absenceId);
    const absenceGone = absence?.withdrawn === 1;
    if (report.state === 'withdrawn') return accepted([], { absenceWithdrawn: absenceGone });
    const changes: Change[] = [put('absenceReport', { ...report, state: 'withdrawn' })];
    if (!absence || absenceGone) return accepted(changes, { absenceWithdrawn: absenceGone });
    const after = await withoutReport(context, absence, report);
    const last = after.withdrawn === 1;
    const event = { kind: last ? ('withdrawn' as const) : ('reportWithdrawn' as const), id: context.id(1) };
    return accepted([...changes, ...absenceChanges(context, absence, after, event)], {
      absenceWithdrawn: last,
    });
  },
});

/**
 * The absence as it is without one of its reports. Days and remark that only this report had said go with
 * it; what a person has corrected since stays. With the last report the absence is withdrawn, unless it is
 * leave that was granted.
 */
async function withoutReport(context: RuleContext, absence: Absence, report: Report): Promise<Absence> {
  const others = await context.db
    .selectFrom('absenceReport')
    .selectAll()
    .where('absenceId', '=', absence.id)
    .where('state', '=', 'accepted')
    .where('id', '!=', report.id)
    .orderBy('takenAt')
    .orderBy('id')
    .execute();
  const granted = await context.db
    .selectFrom('leaveRequest')
    .select('id')
    .where('studentId', '=', absence.studentId)
    .where('absenceId', '=', absence.id)
    .executeTakeFirst();
  if (granted) return absence;
  const [first] = others;
  if (!first) return { ...absence, withdrawn: 1 };
  const all = sumOf([...others, report]);
  const left = sumOf(others);
  return {
    ...absence,
    fromDay: absence.fromDay === all.fromDay ? left.fromDay : absence.fromDay,
    untilDay: absence.untilDay === all.untilDay ? left.untilDay : absence.untilDay,
    remark: absence.remark === report.remark || absence.remark === all.remark ? left.remark : absence.remark,
    ...spanLeft(absence, report, others),
  };
}

/** What several reports say together about days and remark. */
function sumOf(reports: readonly Report[]): Pick<Report, 'fromDay' | 'untilDay' | 'remark'> {
  return reports.reduce<Pick<Report, 'fromDay' | 'untilDay' | 'remark'>>(
    (sum, report) => ({
      fromDay: sum.fromDay < report.fromDay ? sum.fromDay : report.fromDay,
      untilDay: laterEnd(sum.untilDay, report.untilDay),
      remark: bothRemarks(sum.remark, report.remark),
    }),
    reports[0] ?? { fromDay: '', untilDay: null, remark: null },
  );
}

/** The whole day goes with the only report that had said so; lessons, which no report keeps, do not come back. */
function spanLeft(absence: Absence, report: Report, others: readonly Report[]): Partial<Absence> {
  const [first] = others;
  const onlyWhole = report.span === 'wholeDay' && others.every(({ span }) => span !== 'wholeDay');
  if (!first || absence.span !== 'wholeDay' || !onlyWhole || first.span === 'lessons') return {};
  return { span: first.span, atTime: first.atTime, reason: first.reason };
}
