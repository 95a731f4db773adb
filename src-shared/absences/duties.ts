import { z } from 'zod';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';
import { addDays, daySchema } from '../values/day.ts';
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
    const duty = {
      id: args.dutyId,
      studentId: args.studentId,
      fromDay: args.fromDay,
      untilDay: args.untilDay,
      orderedBy: context.actor.id,
    };
    return accepted([put('certificateDuty', duty)], { dutyId: args.dutyId });
  },
});

/** The head ends the duty; it holds until yesterday. */
export const liftCertificateDuty = defineCommand('absences.liftCertificateDuty', {
  args: z.strictObject({ dutyId: idSchema, studentId: idSchema }),
  result: z.object({ dutyId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const duty = await context.db
      .selectFrom('certificateDuty')
      .selectAll()
      .where('id', '=', args.dutyId)
      .where('studentId', '=', args.studentId)
      .executeTakeFirst();
    if (!duty) return refused('dutyUnknown');
    return accepted([put('certificateDuty', { ...duty, untilDay: addDays(context.today, -1) })], {
      dutyId: duty.id,
    });
  },
});

/** A child came late. */
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
    const known = await context.db
      .selectFrom('tardiness')
      .selectAll()
      .where('studentId', '=', args.studentId)
      .where('day', '=', args.day)
      .executeTakeFirst();
    const id = known?.id ?? args.tardinessId;
    return accepted(
      [
        put('tardiness', {
          id,
          studentId: args.studentId,
          day: args.day,
          minutes: args.minutes,
          excuse: args.excused ? 'excused' : 'open',
          recordedAt: context.occurredAt,
          recordedBy: context.actor.id,
        }),
      ],
      { tardinessId: id },
    );
  },
});
