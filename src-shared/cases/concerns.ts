import { z } from 'zod';
import { knowsStudent } from '../absences/find.ts';
import { idSchema, remarkSchema } from '../absences/report-fields.ts';
import { concernFactors } from '../absences/words.ts';
import { accepted, create, defineCommand, put, refused, says } from '../contract/command.ts';
import { daySchema } from '../values/day.ts';

/** A second worrying factor beside the absence; the head is told and decides. */
export const raiseConcern = defineCommand('cases.raiseConcern', {
  args: z.strictObject({
    concernId: idSchema,
    studentId: idSchema,
    day: daySchema,
    factor: z.enum(concernFactors),
    note: remarkSchema,
  }),
  result: z.object({ concernId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (!(await knowsStudent(context.db, args.studentId))) return refused('studentUnknown');
    const { concernId, ...said } = args;
    const known = await context.db
      .selectFrom('caseConcern')
      .selectAll()
      .where('id', '=', concernId)
      .executeTakeFirst();
    if (known) return says(known, said) ? accepted([], { concernId }) : refused('idTaken');
    return accepted(
      [
        create('caseConcern', {
          id: concernId,
          ...said,
          at: context.occurredAt,
          staffId: context.actor.id,
          decision: null,
          decidedAt: null,
          decidedBy: null,
        }),
      ],
      { concernId },
    );
  },
});

/** The head decides what follows from a concern. */
export const decideConcern = defineCommand('cases.decideConcern', {
  args: z.strictObject({
    concernId: idSchema,
    studentId: idSchema,
    decision: z.enum(['police', 'keepCalling', 'cleared']),
  }),
  result: z.object({ concernId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const concern = await context.db
      .selectFrom('caseConcern')
      .selectAll()
      .where('id', '=', args.concernId)
      .where('studentId', '=', args.studentId)
      .executeTakeFirst();
    if (!concern) return refused('concernUnknown');
    const decided = {
      ...concern,
      decision: args.decision,
      decidedAt: context.occurredAt,
      decidedBy: context.actor.id,
    };
    return accepted([put('caseConcern', decided)], { concernId: concern.id });
  },
});
