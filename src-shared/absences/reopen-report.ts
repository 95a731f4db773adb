import { z } from 'zod';
import {
  accepted,
  type Change,
  create,
  defineCommand,
  put,
  type RuleContext,
  refused,
} from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { asReportedFirst } from './as-reported.ts';
import { findReport } from './find.ts';
import { partReport } from './part-report.ts';
import { idSchema } from './report-fields.ts';

type Report = Row<'absenceReport'>;

/**
 * Takes back one's own decision about a report: it waits in the inbox again, in the guardian's own words, and
 * what was filed by accepting it goes as far as nobody has built on it. A decision of somebody else stands.
 */
export const reopenReport = defineCommand('absences.reopenReport', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema }),
  result: z.object({ reportId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await findReport(context.db, args.reportId);
    // A call that was taken down never waited in the inbox; it is withdrawn instead.
    if (report?.studentId !== args.studentId || report.recordedBy !== null) return refused('reportUnknown');
    if (report.state === 'waiting') return accepted([], { reportId: report.id });
    if (report.state === 'withdrawn') return refused('alreadyWithdrawn');
    if (report.decidedBy !== context.actor.id) return refused('doneByOther');
    const event = { kind: 'reportReopened', lastKind: 'reportReopened', id: context.id(2) } as const;
    const parted = await partReport(context, report, event);
    if (!parted) return refused('workedOnSince');
    return accepted([...backToInbox(context, report), ...parted.changes], { reportId: report.id });
  },
});

function backToInbox(context: RuleContext, report: Report): Change[] {
  const { id: reportId, studentId, state } = report;
  return [
    put('absenceReport', {
      ...asReportedFirst(report),
      state: 'waiting',
      absenceId: null,
      decidedBy: null,
      decidedAt: null,
      rejection: null,
    }),
    create('reportEvent', {
      id: context.id(1),
      studentId,
      reportId,
      kind: state === 'rejected' ? 'rejectionTakenBack' : 'acceptanceTakenBack',
      at: context.occurredAt,
      actorName: context.actor.name,
      words: null,
    }),
  ];
}
