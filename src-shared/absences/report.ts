import { z } from 'zod';
import { accepted, create, defineCommand, put, refused, says } from '../contract/command.ts';
import { asReportedFirst, writeAsReported } from './as-reported.ts';
import { fileReport } from './file-report.ts';
import { findReport, leadsElsewhere } from './find.ts';
import { notifiableIllnesses } from './notifiable-illness.ts';
import { correctedFields, idSchema, reportedFields } from './report-fields.ts';
import { aliasFor, onlyGiven } from './rows.ts';

/** A guardian reports by the portal; it waits in the inbox until the office accepts it. */
export const reportAbsence = defineCommand('absences.report', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema, ...reportedFields }),
  result: z.object({ reportId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (args.untilDay !== null && args.untilDay < args.fromDay) return refused('rangeReversed');
    const { reportId, ...said } = args;
    const known = await findReport(context.db, reportId);
    if (known) {
      const same = says(asReportedFirst(known), { ...said, channel: 'portal', guardianId: context.actor.id });
      return same ? accepted([], { reportId }) : refused('idTaken');
    }
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
        create('absenceReport', {
          id: reportId,
          ...said,
          absenceId: null,
          state: 'waiting',
          channel: 'portal',
          takenAt: context.occurredAt,
          guardianId: context.actor.id,
          reporterName: context.actor.name,
          reporterRelation: tie.relation,
          callbackNumber: null,
          recordedBy: null,
          decidedBy: null,
          decidedAt: null,
          rejection: null,
          asReported: null,
        }),
      ],
      { reportId },
    );
  },
});

/**
 * The office accepts a waiting report, with corrections if need be. Who sent it and how stays as it is; a
 * notifiable illness (§ 34 IfSG) is noted when the office has learned of one.
 */
export const acceptReport = defineCommand('absences.acceptReport', {
  args: z.strictObject({
    reportId: idSchema,
    studentId: idSchema,
    absenceId: idSchema,
    corrections: z.strictObject(correctedFields).partial(),
    notifiable: z.enum(notifiableIllnesses).nullable().default(null),
  }),
  result: z.object({ absenceId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await findReport(context.db, args.reportId);
    if (report?.studentId !== args.studentId) return refused('reportUnknown');
    // Two desks accepting the same report agree, unless one has put right what the other has not.
    if (report.state === 'accepted' && report.absenceId) {
      if (!says(report, onlyGiven(args.corrections))) return refused('alreadyDecided');
      if (await leadsElsewhere(context.db, args.absenceId, report.absenceId)) return refused('idTaken');
      const alias = aliasFor(args.absenceId, report.absenceId, report.studentId);
      return accepted(alias, { absenceId: report.absenceId });
    }
    if (report.state !== 'waiting') return refused('alreadyDecided');
    const putRight = { ...report, ...onlyGiven(args.corrections) };
    const corrected = {
      ...putRight,
      asReported: writeAsReported(report, putRight),
      decidedBy: context.actor.id,
      decidedAt: context.occurredAt,
    };
    if (corrected.untilDay !== null && corrected.untilDay < corrected.fromDay)
      return refused('rangeReversed');
    const away = corrected.span === 'wholeDay' || corrected.span === 'leavesEarly' ? 1 : 0;
    const filed = await fileReport(context, corrected, {
      absenceId: args.absenceId,
      fromLesson: null,
      untilLesson: null,
      excuseExpected: 'none',
      // As a call says it too: whoever stays away or is fetched neither stays for care nor eats.
      offAllDayCare: away,
      offLunch: away,
      notifiable: args.notifiable,
      event: 'reportAccepted',
    });
    if (!filed) return refused('idTaken');
    return accepted([...filed.changes, put('absenceReport', filed.report)], {
      absenceId: filed.report.absenceId,
    });
  },
});

/** The office rejects a waiting report; the reason goes to whoever sent it. */
export const rejectReport = defineCommand('absences.rejectReport', {
  args: z.strictObject({ reportId: idSchema, studentId: idSchema, rejection: z.string().trim().max(300) }),
  result: z.object({ reportId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const report = await findReport(context.db, args.reportId);
    if (report?.studentId !== args.studentId) return refused('reportUnknown');
    if (report.state === 'rejected') return accepted([], { reportId: report.id });
    if (report.state !== 'waiting') return refused('alreadyDecided');
    const decided = {
      ...report,
      state: 'rejected' as const,
      rejection: args.rejection,
      decidedBy: context.actor.id,
      decidedAt: context.occurredAt,
    };
    const { id, studentId } = report;
    const event = { id: context.id(1), studentId, reportId: id, kind: 'rejected' as const };
    const told = { at: context.occurredAt, actorName: context.actor.name, words: args.rejection };
    return accepted([put('absenceReport', decided), create('reportEvent', { ...event, ...told })], {
      reportId: id,
    });
  },
});
