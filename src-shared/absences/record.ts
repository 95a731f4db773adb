import { z } from 'zod';
import { accepted, defineCommand, refused } from '../contract/command.ts';
import { fileReport } from './file-report.ts';
import { knowsStudent } from './find.ts';
import { notifiableIllnesses } from './notifiable-illness.ts';
import { idSchema, reportedFields, reporterFields } from './report-fields.ts';
import { excuseExpectations } from './words.ts';

const flag = z.union([z.literal(0), z.literal(1)]);

/** The office (or a child's teacher) takes down a report; the absence stands at once. */
export const recordAbsence = defineCommand('absences.record', {
  args: z.strictObject({
    absenceId: idSchema,
    reportId: idSchema,
    studentId: idSchema,
    ...reportedFields,
    ...reporterFields,
    fromLesson: z.number().int().min(1).max(12).nullable(),
    untilLesson: z.number().int().min(1).max(12).nullable(),
    excuseExpected: z.enum(excuseExpectations),
    offAllDayCare: flag,
    offLunch: flag,
    notifiable: z.enum(notifiableIllnesses).nullable(),
  }),
  result: z.object({ absenceId: idSchema, reportId: idSchema, joinedExisting: z.boolean() }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (args.untilDay !== null && args.untilDay < args.fromDay) return refused('rangeReversed');
    if (!(await knowsStudent(context.db, args.studentId))) return refused('studentUnknown');
    const known = await context.db
      .selectFrom('absenceReport')
      .select('absenceId')
      .where('id', '=', args.reportId)
      .executeTakeFirst();
    if (known)
      return accepted([], {
        absenceId: known.absenceId ?? args.absenceId,
        reportId: args.reportId,
        joinedExisting: known.absenceId !== args.absenceId,
      });
    const { changes, absenceId } = await fileReport(
      context,
      {
        id: args.reportId,
        studentId: args.studentId,
        absenceId: null,
        state: 'accepted',
        channel: args.channel,
        takenAt: context.occurredAt,
        guardianId: args.guardianId,
        reporterName: args.reporterName,
        reporterRelation: args.reporterRelation,
        callbackNumber: args.callbackNumber,
        fromDay: args.fromDay,
        untilDay: args.untilDay,
        reason: args.reason,
        span: args.span,
        atTime: args.atTime,
        remark: args.remark,
        recordedBy: context.actor.id,
        decidedBy: context.actor.id,
        decidedAt: context.occurredAt,
        rejection: null,
      },
      { ...args, event: 'recorded' },
    );
    return accepted(changes, {
      absenceId,
      reportId: args.reportId,
      joinedExisting: absenceId !== args.absenceId,
    });
  },
});
