import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, create, defineCommand, refused } from '../contract/command.ts';
import { worksHere } from '../groups/commands.ts';
import { ending } from '../groups/ending.ts';
import { lasting } from '../school/last-day.ts';
import { daySchema } from '../values/day.ts';
import { overlapping } from '../values/span.ts';
import { assignmentKinds } from './words.ts';

const assigned = z.object({ assignmentId: idSchema });

/**
 * Somebody becomes responsible for a class: as its teacher, or as a substitute for some days. From the first
 * day on the class's children are theirs, and no longer than the last.
 */
export const appointTeacher = defineCommand('classes.appoint', {
  args: z.strictObject({
    assignmentId: idSchema,
    classId: idSchema,
    staffId: idSchema,
    kind: z.enum(assignmentKinds),
    fromDay: daySchema,
    /** The last day; a substitution always has one. */
    untilDay: daySchema.nullable(),
  }),
  result: assigned,
  subjects: (args) => [{ root: 'class', id: args.classId }],
  rule: async (context, { assignmentId, ...assignment }) => {
    if (assignment.untilDay !== null && assignment.untilDay < assignment.fromDay)
      return refused('rangeReversed');
    if (assignment.kind === 'substitute' && assignment.untilDay === null)
      return refused('substitutionEndless');
    const schoolClass = await context.db
      .selectFrom('schoolClass')
      .select('id')
      .where('id', '=', assignment.classId)
      .where(lasting('endedOn', assignment.fromDay))
      .executeTakeFirst();
    if (!schoolClass) return refused('classUnknown');
    if (!(await worksHere(context, assignment.staffId, assignment.fromDay))) return refused('staffUnknown');
    const known = await context.db
      .selectFrom('classAssignment')
      .select('id')
      .where('classId', '=', assignment.classId)
      .where('staffId', '=', assignment.staffId)
      .where('kind', '=', assignment.kind)
      .where('id', '!=', assignmentId)
      .where(overlapping(assignment))
      .executeTakeFirst();
    if (known) return refused('alreadyThere');
    return accepted([create('classAssignment', { id: assignmentId, ...assignment })], { assignmentId });
  },
});

/**
 * Somebody is no longer responsible for a class; `on` is the last day. A substitution is cut short or prolonged by it;
 * null takes an end back, but for a substitution, which always has one.
 */
export const relieveTeacher = defineCommand('classes.relieve', {
  args: z.strictObject({ assignmentId: idSchema, classId: idSchema, on: daySchema.nullable() }),
  result: assigned,
  subjects: (args) => [{ root: 'class', id: args.classId }],
  rule: async (context, { assignmentId, classId, on }) => {
    const assignment = await context.db
      .selectFrom('classAssignment')
      .selectAll()
      .where('id', '=', assignmentId)
      .where('classId', '=', classId)
      .executeTakeFirst();
    if (!assignment) return refused('assignmentUnknown');
    if (on === null && assignment.kind === 'substitute') return refused('substitutionEndless');
    return accepted([ending('classAssignment', assignment, on)], { assignmentId });
  },
});
