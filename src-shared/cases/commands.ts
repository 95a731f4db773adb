import { z } from 'zod';
import { fileReport } from '../absences/file-report.ts';
import { knowsStudent } from '../absences/find.ts';
import { idSchema, remarkSchema } from '../absences/report-fields.ts';
import { attemptOutcomes, concernFactors } from '../absences/words.ts';
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
import { readSettings } from '../school/settings.ts';
import type { Row } from '../tables/registry.ts';
import { daySchema, inTimeZone, minutesOf } from '../values/day.ts';

const attemptArgs = z.strictObject({
  attemptId: idSchema,
  studentId: idSchema,
  day: daySchema,
  guardianId: idSchema.nullable(),
  contactName: z.string().trim().max(120),
  outcome: z.enum(attemptOutcomes),
  note: remarkSchema,
});

/**
 * One call about a child missing without a report. "Ill" makes the absence, "just arrived" the late mark:
 * one key, one entry, nothing to be typed twice.
 */
export const recordAttempt = defineCommand('cases.recordAttempt', {
  args: attemptArgs,
  result: z.object({ attemptId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const student = await context.db
      .selectFrom('student')
      .select(['id', 'classId'])
      .where('id', '=', args.studentId)
      .executeTakeFirst();
    if (!student) return refused('studentUnknown');
    const { attemptId, ...said } = args;
    const known = await context.db
      .selectFrom('contactAttempt')
      .selectAll()
      .where('id', '=', attemptId)
      .executeTakeFirst();
    if (known) return says(known, said) ? accepted([], { attemptId }) : refused('idTaken');
    const changes: Change[] = [
      create('contactAttempt', {
        id: attemptId,
        ...said,
        at: context.occurredAt,
        staffId: context.actor.id,
      }),
    ];
    if (args.outcome === 'reachedIll') changes.push(...(await illness(context, args)));
    if (args.outcome === 'justArrived' && student.classId)
      changes.push(await arrival(context, args, student.classId));
    return accepted(changes, { attemptId });
  },
});

async function illness(context: RuleContext, args: z.output<typeof attemptArgs>): Promise<Change[]> {
  const filed = await fileReport(
    context,
    {
      id: context.id(2),
      studentId: args.studentId,
      absenceId: null,
      state: 'accepted',
      channel: 'phone',
      takenAt: context.occurredAt,
      guardianId: args.guardianId,
      reporterName: args.contactName,
      reporterRelation: '',
      callbackNumber: null,
      fromDay: args.day,
      untilDay: args.day,
      reason: 'illness',
      span: 'wholeDay',
      atTime: null,
      remark: args.note,
      recordedBy: context.actor.id,
      decidedBy: context.actor.id,
      decidedAt: context.occurredAt,
      rejection: null,
    },
    {
      absenceId: context.id(3),
      fromLesson: null,
      untilLesson: null,
      excuseExpected: 'none',
      offAllDayCare: 1,
      offLunch: 1,
      notifiable: null,
      event: 'recorded',
    },
  );
  // The ids are derived from the entry's own, so nothing else can have them.
  return filed ? [...filed.changes, create('absenceReport', filed.report)] : [];
}

async function arrival(
  context: RuleContext,
  args: z.output<typeof attemptArgs>,
  classId: string,
): Promise<Change> {
  const known = await context.db
    .selectFrom('rollCallMark')
    .select('id')
    .where('studentId', '=', args.studentId)
    .where('day', '=', args.day)
    .executeTakeFirst();
  const { lessonsStart, timeZone } = await readSettings(context.db);
  const now = inTimeZone(Date.parse(context.occurredAt), timeZone).time;
  const late: Row<'rollCallMark'> = {
    id: known?.id ?? context.id(2),
    studentId: args.studentId,
    classId,
    day: args.day,
    state: 'late',
    minutesLate: Math.max(1, minutesOf(now) - minutesOf(lessonsStart)),
    at: context.occurredAt,
    staffId: context.actor.id,
  };
  return known ? put('rollCallMark', late) : create('rollCallMark', late);
}

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
