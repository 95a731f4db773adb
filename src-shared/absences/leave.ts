import { z } from 'zod';
import {
  accepted,
  type Change,
  create,
  defineCommand,
  put,
  type RuleContext,
  refused,
  says,
} from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { daySchema } from '../values/day.ts';
import { knowsStudent, leadsElsewhere } from './find.ts';
import { exceedsTeacher } from './leave-limit.ts';
import { idSchema } from './report-fields.ts';
import { absenceChanges, aliasFor } from './rows.ts';

const ofRequest = { requestId: idSchema, studentId: idSchema };
const named = z.object({ requestId: idSchema });

/** Leave is asked for; class teacher or head decides. */
export const requestLeave = defineCommand('absences.requestLeave', {
  args: z.strictObject({
    ...ofRequest,
    fromDay: daySchema,
    untilDay: daySchema,
    purpose: z.string().trim().max(300),
  }),
  result: named,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    if (args.untilDay < args.fromDay) return refused('rangeReversed');
    if (!(await knowsStudent(context.db, args.studentId))) return refused('studentUnknown');
    // Asked already, perhaps decided since: a request that comes twice is not open again.
    const { fromDay, untilDay, purpose } = args;
    const known = await findRequest(context, args);
    if (known)
      return says(known, { fromDay, untilDay, purpose })
        ? accepted([], { requestId: known.id })
        : refused('idTaken');
    return accepted(
      [
        create('leaveRequest', {
          id: args.requestId,
          studentId: args.studentId,
          fromDay,
          untilDay,
          purpose,
          requestedAt: context.occurredAt,
          state: 'requested',
          decidedBy: null,
          decidedAt: null,
          absenceId: null,
        }),
      ],
      { requestId: args.requestId },
    );
  },
});

/** Grants leave; it becomes an excused absence. */
export const grantLeave = defineCommand('absences.grantLeave', {
  args: z.strictObject({ ...ofRequest, absenceId: idSchema }),
  result: named,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const request = await findRequest(context, args);
    if (!request) return refused('requestUnknown');
    if (await leadsElsewhere(context.db, args.absenceId, request.absenceId ?? undefined))
      return refused('idTaken');
    if (request.state === 'granted')
      return accepted(aliasFor(args.absenceId, request.absenceId, request.studentId), {
        requestId: request.id,
      });
    if (request.state === 'declined') return refused('alreadyDecided');
    if (await exceedsTeacher(context, request)) return refused('leaveTooLongForTeacher');
    const absence: Row<'absence'> = {
      id: args.absenceId,
      studentId: request.studentId,
      fromDay: request.fromDay,
      untilDay: request.untilDay,
      reason: 'leave',
      span: 'wholeDay',
      atTime: null,
      fromLesson: null,
      untilLesson: null,
      excuse: 'excused',
      excuseExpected: 'none',
      writtenExcuseOn: null,
      certificateSeenOn: null,
      offAllDayCare: 1,
      offLunch: 1,
      remark: null,
      recordedAt: context.occurredAt,
      withdrawn: 0,
    };
    const changes: Change[] = absenceChanges(context, undefined, absence, {
      kind: 'leaveGranted',
      id: context.id(1),
    });
    changes.push(
      put('leaveRequest', {
        ...request,
        state: 'granted',
        decidedBy: context.actor.id,
        decidedAt: context.occurredAt,
        absenceId: absence.id,
      }),
    );
    return accepted(changes, { requestId: request.id });
  },
});

/** Declines leave. What only the head may grant, only the head declines. */
export const declineLeave = defineCommand('absences.declineLeave', {
  args: z.strictObject(ofRequest),
  result: named,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const request = await findRequest(context, args);
    if (!request) return refused('requestUnknown');
    if (request.state === 'declined') return accepted([], { requestId: request.id });
    if (request.state === 'granted') return refused('alreadyDecided');
    if (await exceedsTeacher(context, request)) return refused('leaveTooLongForTeacher');
    return accepted(
      [
        put('leaveRequest', {
          ...request,
          state: 'declined',
          decidedBy: context.actor.id,
          decidedAt: context.occurredAt,
        }),
      ],
      { requestId: request.id },
    );
  },
});

async function findRequest(context: RuleContext, args: { requestId: string; studentId: string }) {
  return context.db
    .selectFrom('leaveRequest')
    .selectAll()
    .where('id', '=', args.requestId)
    .where('studentId', '=', args.studentId)
    .executeTakeFirst();
}
