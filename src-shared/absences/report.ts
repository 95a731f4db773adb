import { z } from 'zod';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';
import { fileReport } from './file-report.ts';
import { idSchema, reportedFields } from './report-fields.ts';
import { aliasFor, onlyGiven } from './rows.ts';

/** A guardian reports by the portal; it waits in the inbox until the office accepts it. */
export const reportAbsence = defineCommand('absences.report', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema, ...reportedFields }),
  result: z.object({ reportId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (args.untilDay !== null && args.untilDay < args.fromDay) return refused('rangeReversed');
    const known = await context.db
      .selectFrom('absenceReport')
      .select('id')
      .where('id', '=', args.reportId)
      .executeTakeFirst();
    if (known) return accepted([], { reportId: args.reportId });
    const tie = await context.db
      .selectFrom('guardianship')
      .select('relation')
      .where('studentId', '=', args.studentId)
      .where('guardianId', '=', context.actor.id)
      .where('blocked', '=', 0)
      .executeTakeFirst();
    if (!tie) return refused('studentUnknown');
    return accepted(
      [
        put('absenceReport', {
          id: args.reportId,
          studentId: args.studentId,
          absenceId: null,
          state: 'waiting',
          channel: 'portal',
          takenAt: context.occurredAt,
          guardianId: context.actor.id,
          reporterName: context.actor.name,
          reporterRelation: tie.relation,
          callbackNumber: null,
          fromDay: args.fromDay,
          untilDay: args.untilDay,
          reason: args.reason,
          span: args.span,
          atTime: args.atTime,
          remark: args.remark,
          recordedBy: null,
          decidedBy: null,
          decidedAt: null,
          rejection: null,
        }),
      ],
      { reportId: args.reportId },
    );
  },
});

/** The office accepts a waiting report, with corrections if need be. */
export const acceptReport = defineCommand('absences.acceptReport', {
  args: z.strictObject({
    reportId: idSchema,
    studentId: idSchema,
    absenceId: idSchema,
    corrections: z.strictObject(reportedFields).partial(),
  }),
  result: z.object({ absenceId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await context.db
      .selectFrom('absenceReport')
      .selectAll()
      .where('id', '=', args.reportId)
      .where('studentId', '=', args.studentId)
      .executeTakeFirst();
    if (!report) return refused('reportUnknown');
    // Two desks accepting the same report agree; only a rejected one stays rejected.
    if (report.state === 'accepted' && report.absenceId) {
      const alias = aliasFor(args.absenceId, report.absenceId, report.studentId);
      return accepted(alias, { absenceId: report.absenceId });
    }
    if (report.state !== 'waiting') return refused('alreadyDecided');
    const corrected = {
      ...report,
      ...onlyGiven(args.corrections),
      decidedBy: context.actor.id,
      decidedAt: context.occurredAt,
    };
    if (corrected.untilDay !== null && corrected.untilDay < corrected.fromDay)
      return refused('rangeReversed');
    const { changes, absenceId } = await fileReport(context, corrected, {
      absenceId: args.absenceId,
      fromLesson: null,
      untilLesson: null,
      excuseExpected: 'none',
      offAllDayCare: 0,
      offLunch: 0,
      notifiable: null,
      event: 'reportAccepted',
    });
    return accepted(changes, { absenceId });
  },
});

/** The office rejects a waiting report; the reason goes to whoever sent it. */
export const rejectReport = defineCommand('absences.rejectReport', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema, rejection: z.string().trim().max(300) }),
  result: z.object({ reportId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await context.db
      .selectFrom('absenceReport')
      .selectAll()
      .where('id', '=', args.reportId)
      .where('studentId', '=', args.studentId)
      .executeTakeFirst();
    if (!report) return refused('reportUnknown');
    if (report.state === 'rejected') return accepted([], { reportId: report.id });
    if (report.state !== 'waiting') return refused('alreadyDecided');
    const decided = {
      ...report,
      state: 'rejected' as const,
      rejection: args.rejection,
      decidedBy: context.actor.id,
      decidedAt: context.occurredAt,
    };
    return accepted([put('absenceReport', decided)], { reportId: report.id });
  },
});
