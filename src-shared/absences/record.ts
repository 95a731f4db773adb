import { z } from 'zod';
import { accepted, create, defineCommand, type RuleContext, refused, says } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { fileReport } from './file-report.ts';
import { findReport, knowsStudent } from './find.ts';
import { grantsTooMuch } from './leave-limit.ts';
import { notifiableIllnesses } from './notifiable-illness.ts';
import { idSchema, reportedFields, reporterFields } from './report-fields.ts';
import { excuseExpectations } from './words.ts';

const flag = z.union([z.literal(0), z.literal(1)]);

const recordArgs = z.strictObject({
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
});

/** The office (or a child's teacher) takes down a report; the absence stands at once. */
export const recordAbsence = defineCommand('absences.record', {
  args: recordArgs,
  result: z.object({ absenceId: idSchema, reportId: idSchema, joinedExisting: z.boolean() }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (args.untilDay !== null && args.untilDay < args.fromDay) return refused('rangeReversed');
    if (!(await knowsStudent(context.db, args.studentId))) return refused('studentUnknown');
    const { reportId } = args;
    const known = await findReport(context.db, reportId);
    if (known && !says(known, saidBy(args))) return refused('idTaken');
    const joined = (absenceId: string) => ({
      absenceId,
      reportId,
      joinedExisting: absenceId !== args.absenceId,
    });
    if (known) return accepted([], joined(known.absenceId ?? args.absenceId));
    const filed = await fileReport(context, takenDown(context, args), { ...args, event: 'recorded' });
    if (!filed) return refused('idTaken');
    const { before, after } = filed.absence;
    if (await grantsTooMuch(context, before, after)) return refused('leaveTooLongForTeacher');
    return accepted(
      [...filed.changes, create('absenceReport', filed.report)],
      joined(filed.report.absenceId),
    );
  },
});

type RecordArgs = z.output<typeof recordArgs>;

/** What the caller has said: a report sent again says the same. */
function saidBy(args: RecordArgs) {
  const { studentId, channel, guardianId, reporterName, reporterRelation, callbackNumber } = args;
  const { fromDay, untilDay, reason, span, atTime, remark } = args;
  return {
    ...{ studentId, channel, guardianId, reporterName, reporterRelation, callbackNumber },
    ...{ fromDay, untilDay, reason, span, atTime, remark },
  };
}

function takenDown(context: RuleContext, args: RecordArgs): Row<'absenceReport'> {
  return {
    id: args.reportId,
    absenceId: null,
    state: 'accepted',
    takenAt: context.occurredAt,
    ...saidBy(args),
    recordedBy: context.actor.id,
    decidedBy: context.actor.id,
    decidedAt: context.occurredAt,
    rejection: null,
    asReported: null,
  };
}
