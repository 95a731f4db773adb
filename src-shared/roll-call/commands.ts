import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, create, defineCommand, put, refused } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { daySchema } from '../values/day.ts';

export const rollCallStates = ['missing', 'late', 'present'] as const;

/** A teacher's tick for one child and day; the last tick counts. */
export const markStudent = defineCommand('rollCall.mark', {
  args: z.strictObject({
    markId: idSchema,
    studentId: idSchema,
    day: daySchema,
    state: z.enum(rollCallStates),
    minutesLate: z.number().int().min(1).max(480).nullable(),
  }),
  result: z.object({ markId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const student = await context.db
      .selectFrom('student')
      .select('classId')
      .where('id', '=', args.studentId)
      .executeTakeFirst();
    if (!student) return refused('studentUnknown');
    if (student.classId === null) return refused('classUnknown');
    const known = await context.db
      .selectFrom('rollCallMark')
      .select('id')
      .where('studentId', '=', args.studentId)
      .where('day', '=', args.day)
      .executeTakeFirst();
    const mark: Row<'rollCallMark'> = {
      id: known?.id ?? args.markId,
      studentId: args.studentId,
      classId: student.classId,
      day: args.day,
      state: args.state,
      minutesLate: args.minutesLate,
      at: context.occurredAt,
      staffId: context.actor.id,
    };
    return accepted([known ? put('rollCallMark', mark) : create('rollCallMark', mark)], { markId: mark.id });
  },
});

/** "Klasse hat gemeldet": whoever is not marked is there. */
export const reportClass = defineCommand('rollCall.report', {
  args: z.strictObject({ rollCallId: idSchema, classId: idSchema, day: daySchema }),
  result: z.object({ rollCallId: idSchema }),
  subjects: (args) => [{ root: 'class', id: args.classId }],
  rule: async (context, args) => {
    const schoolClass = await context.db
      .selectFrom('schoolClass')
      .select('id')
      .where('id', '=', args.classId)
      .executeTakeFirst();
    if (!schoolClass) return refused('classUnknown');
    const known = await context.db
      .selectFrom('rollCall')
      .select('id')
      .where('day', '=', args.day)
      .where('classId', '=', args.classId)
      .executeTakeFirst();
    const rollCall = {
      id: known?.id ?? args.rollCallId,
      classId: args.classId,
      day: args.day,
      reportedAt: context.occurredAt,
      staffId: context.actor.id,
    };
    return accepted([known ? put('rollCall', rollCall) : create('rollCall', rollCall)], {
      rollCallId: rollCall.id,
    });
  },
});
