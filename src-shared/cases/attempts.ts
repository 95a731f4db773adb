import { z } from 'zod';
import { fileReport } from '../absences/file-report.ts';
import { findReport } from '../absences/find.ts';
import { partReport } from '../absences/part-report.ts';
import { idSchema, remarkSchema } from '../absences/report-fields.ts';
import { attemptOutcomes } from '../absences/words.ts';
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
import type { DomainReader, Row } from '../tables/registry.ts';
import { daySchema, inTimeZone, minutesOf } from '../values/day.ts';

type Attempt = Row<'contactAttempt'>;

const attemptArgs = z.strictObject({
  attemptId: idSchema,
  studentId: idSchema,
  day: daySchema,
  guardianId: idSchema.nullable(),
  contactName: z.string().trim().max(120),
  outcome: z.enum(attemptOutcomes),
  note: remarkSchema,
});
type AttemptArgs = z.output<typeof attemptArgs>;

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
    const known = await findAttempt(context.db, attemptId);
    if (known) return says(known, said) ? accepted([], { attemptId }) : refused('idTaken');
    const ill = args.outcome === 'reachedIll' ? await illness(context, args) : null;
    const late =
      args.outcome === 'justArrived' && student.classId
        ? await arrival(context, args, student.classId)
        : null;
    const attempt: Attempt = {
      id: attemptId,
      ...said,
      at: context.occurredAt,
      staffId: context.actor.id,
      reportId: ill?.reportId ?? null,
      markId: late?.id ?? null,
      retractedAt: null,
    };
    const changes: Change[] = [create('contactAttempt', attempt), ...(ill?.changes ?? [])];
    if (late) changes.push(create('rollCallMark', late));
    return accepted(changes, { attemptId });
  },
});

async function findAttempt(db: DomainReader, id: string): Promise<Attempt | undefined> {
  return db.selectFrom('contactAttempt').selectAll().where('id', '=', id).executeTakeFirst();
}

async function illness(
  context: RuleContext,
  args: AttemptArgs,
): Promise<{ reportId: string; changes: Change[] } | null> {
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
      asReported: null,
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
  // The absence's id is derived from the entry's own, so nothing else can have it.
  if (!filed) return null;
  const { report, changes } = filed;
  return { reportId: report.id, changes: [...changes, create('absenceReport', report)] };
}

async function arrival(
  context: RuleContext,
  { studentId, day }: AttemptArgs,
  classId: string,
): Promise<Row<'rollCallMark'>> {
  const { lessonsStart, timeZone } = await readSettings(context.db);
  const now = inTimeZone(Date.parse(context.occurredAt), timeZone).time;
  return {
    id: context.id(2),
    studentId,
    classId,
    day,
    state: 'late',
    minutesLate: Math.max(1, minutesOf(now) - minutesOf(lessonsStart)),
    at: context.occurredAt,
    staffId: context.actor.id,
    retractedAt: null,
  };
}

/**
 * Takes back a call noted by mistake, with what it led to: the report ("ill") and the late tick ("just
 * arrived"). It stays in the log and counts no more. Only whoever called can say that they did not.
 */
export const retractAttempt = defineCommand('cases.retractAttempt', {
  args: z.strictObject({ attemptId: idSchema, studentId: idSchema }),
  result: z.object({ attemptId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const attempt = await findAttempt(context.db, args.attemptId);
    if (attempt?.studentId !== args.studentId) return refused('entryUnknown');
    if (attempt.retractedAt !== null) return accepted([], { attemptId: attempt.id });
    if (attempt.staffId !== context.actor.id) return refused('doneByOther');
    const report = await withoutItsReport(context, attempt);
    if (!report) return refused('workedOnSince');
    const retractedAt = context.occurredAt;
    return accepted(
      [
        put('contactAttempt', { ...attempt, retractedAt }),
        ...report,
        ...(await withoutItsTick(context, attempt)),
      ],
      { attemptId: attempt.id },
    );
  },
});

/** @returns null when the absence would go although somebody has worked on it since */
async function withoutItsReport(
  context: RuleContext,
  { reportId }: Attempt,
): Promise<readonly Change[] | null> {
  const report = reportId === null ? undefined : await findReport(context.db, reportId);
  if (report?.state !== 'accepted') return [];
  const event = { kind: 'reportWithdrawn', lastKind: 'withdrawn', id: context.id(1) } as const;
  const parted = await partReport(context, report, event);
  return parted && [put('absenceReport', { ...report, state: 'withdrawn' }), ...parted.changes];
}

/** A tick of the teacher's own since then is another row: it is not touched, and counts. */
async function withoutItsTick(context: RuleContext, { markId }: Attempt): Promise<Change[]> {
  if (markId === null) return [];
  const mark = await context.db
    .selectFrom('rollCallMark')
    .selectAll()
    .where('id', '=', markId)
    .executeTakeFirst();
  return mark ? [put('rollCallMark', { ...mark, retractedAt: context.occurredAt })] : [];
}
