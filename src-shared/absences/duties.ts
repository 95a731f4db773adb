import { z } from 'zod';
import {
  accepted,
  create,
  defineCommand,
  put,
  type RuleContext,
  refused,
  says,
} from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { addDays, daySchema } from '../values/day.ts';
import { knowsStudent } from './find.ts';
import { idSchema } from './report-fields.ts';

/** The head asks for a certificate from the first day, for a child and a period. */
export const requireCertificate = defineCommand('absences.requireCertificate', {
  args: z.strictObject({
    dutyId: idSchema,
    studentId: idSchema,
    fromDay: daySchema,
    untilDay: daySchema.nullable(),
  }),
  result: z.object({ dutyId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (args.untilDay !== null && args.untilDay < args.fromDay) return refused('rangeReversed');
    if (!(await knowsStudent(context.db, args.studentId))) return refused('studentUnknown');
    // Ordered already, perhaps lifted since: an order that comes twice does not order anew.
    const known = await findDuty(context, args);
    if (known)
      return says(known, { fromDay: args.fromDay }) ? accepted([], { dutyId: known.id }) : refused('idTaken');
    const duty = {
      id: args.dutyId,
      studentId: args.studentId,
      fromDay: args.fromDay,
      untilDay: args.untilDay,
      orderedBy: context.actor.id,
    };
    return accepted([create('certificateDuty', duty)], { dutyId: args.dutyId });
  },
});

/** The head ends the duty; it holds until yesterday. One that has ended before stays as it was. */
export const liftCertificateDuty = defineCommand('absences.liftCertificateDuty', {
  args: z.strictObject({ dutyId: idSchema, studentId: idSchema }),
  result: z.object({ dutyId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const duty = await findDuty(context, args);
    if (!duty) return refused('dutyUnknown');
    const yesterday = addDays(context.today, -1);
    if (duty.untilDay !== null && duty.untilDay <= yesterday) return accepted([], { dutyId: duty.id });
    return accepted([put('certificateDuty', { ...duty, untilDay: yesterday })], { dutyId: duty.id });
  },
});

async function findDuty(context: RuleContext, args: { dutyId: string; studentId: string }) {
  return context.db
    .selectFrom('certificateDuty')
    .selectAll()
    .where('id', '=', args.dutyId)
    .where('studentId', '=', args.studentId)
    .executeTakeFirst();
}

/** A child came late; one entry per day, the last one counts. */
export const recordTardiness = defineCommand('absences.recordTardiness', {
  args: z.strictObject({
    tardinessId: idSchema,
    studentId: idSchema,
    day: daySchema,
    minutes: z.number().int().min(1).max(480),
    excused: z.boolean(),
  }),
  result: z.object({ tardinessId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (!(await knowsStudent(context.db, args.studentId))) return refused('studentUnknown');
    const known = await context.db
      .selectFrom('tardiness')
      .selectAll()
      .where('studentId', '=', args.studentId)
      .where('day', '=', args.day)
      .executeTakeFirst();
    const late: Row<'tardiness'> = {
      id: known?.id ?? args.tardinessId,
      studentId: args.studentId,
      day: args.day,
      minutes: args.minutes,
      excuse: args.excused ? 'excused' : 'open',
      recordedAt: context.occurredAt,
      recordedBy: context.actor.id,
    };
    return accepted([known ? put('tardiness', late) : create('tardiness', late)], { tardinessId: late.id });
  },
});
