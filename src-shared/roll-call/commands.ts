import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { classOnDay } from '../classes/class-of-day.ts';
import { accepted, create, defineCommand, put, refused, says } from '../contract/command.ts';
import { lastsOn } from '../school/last-day.ts';
import type { DomainReader, Row } from '../tables/registry.ts';
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
      .select(['id', 'classId'])
      .where('id', '=', args.studentId)
      .executeTakeFirst();
    if (!student) return refused('studentUnknown');
    const classId = await classOnDay(context.db, student, args.day);
    if (classId === null) return refused('classUnknown');
    const { markId, ...said } = args;
    const known = await findMark(context.db, markId);
    if (known) return says(known, said) ? accepted([], { markId }) : refused('idTaken');
    const mark = {
      id: markId,
      ...said,
      classId,
      at: context.occurredAt,
      staffId: context.actor.id,
      retractedAt: null,
    };
    return accepted([create('rollCallMark', mark)], { markId });
  },
});

/** Takes back one's own tick: the one before it counts again, or nothing was said. */
export const retractMark = defineCommand('rollCall.retractMark', {
  args: z.strictObject({ markId: idSchema, studentId: idSchema }),
  result: z.object({ markId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const mark = await findMark(context.db, args.markId);
    if (mark?.studentId !== args.studentId) return refused('entryUnknown');
    if (mark.retractedAt !== null) return accepted([], { markId: mark.id });
    if (mark.staffId !== context.actor.id) return refused('doneByOther');
    return accepted([put('rollCallMark', { ...mark, retractedAt: context.occurredAt })], { markId: mark.id });
  },
});

async function findMark(db: DomainReader, id: string): Promise<Row<'rollCallMark'> | undefined> {
  return db.selectFrom('rollCallMark').selectAll().where('id', '=', id).executeTakeFirst();
}

/** "Klasse hat gemeldet": whoever is not marked is there. */
export const reportClass = defineCommand('rollCall.report', {
  args: z.strictObject({ rollCallId: idSchema, classId: idSchema, day: daySchema }),
  result: z.object({ rollCallId: idSchema }),
  subjects: (args) => [{ root: 'class', id: args.classId }],
  rule: async (context, args) => {
    const schoolClass = await context.db
      .selectFrom('schoolClass')
      .select('endedOn')
      .where('id', '=', args.classId)
      .executeTakeFirst();
    if (!schoolClass || !lastsOn(schoolClass.endedOn, args.day)) return refused('classUnknown');
    const { rollCallId, ...said } = args;
    const known = await findRollCall(context.db, rollCallId);
    if (known) return says(known, said) ? accepted([], { rollCallId }) : refused('idTaken');
    const reported = { reportedAt: context.occurredAt, staffId: context.actor.id, retractedAt: null };
    return accepted([create('rollCall', { id: rollCallId, ...said, ...reported })], { rollCallId });
  },
});

/** Takes back one's own "Klasse hat gemeldet": unless somebody else has said it too, the class has not. */
export const retractRollCall = defineCommand('rollCall.retract', {
  args: z.strictObject({ rollCallId: idSchema, classId: idSchema }),
  result: z.object({ rollCallId: idSchema }),
  subjects: (args) => [{ root: 'class', id: args.classId }],
  rule: async (context, args) => {
    const rollCall = await findRollCall(context.db, args.rollCallId);
    if (rollCall?.classId !== args.classId) return refused('entryUnknown');
    if (rollCall.retractedAt !== null) return accepted([], { rollCallId: rollCall.id });
    if (rollCall.staffId !== context.actor.id) return refused('doneByOther');
    return accepted([put('rollCall', { ...rollCall, retractedAt: context.occurredAt })], {
      rollCallId: rollCall.id,
    });
  },
});

async function findRollCall(db: DomainReader, id: string): Promise<Row<'rollCall'> | undefined> {
  return db.selectFrom('rollCall').selectAll().where('id', '=', id).executeTakeFirst();
}
