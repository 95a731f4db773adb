import { z } from 'zod';
import { accepted, defineCommand, type RuleContext, refused } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { daySchema } from '../values/day.ts';
import { findAbsence } from './find.ts';
import { grantsTooMuch } from './leave-limit.ts';
import { idSchema, reportedFields } from './report-fields.ts';
import { type AbsenceEventKind, absenceChanges, onlyGiven, withTidySpan } from './rows.ts';
import { excuseExpectations, excuses } from './words.ts';

const ofAbsence = { absenceId: idSchema, studentId: idSchema };
/** `eventId`: the entry of the history by which the change can be taken back; null: nothing was changed. */
const changed = z.object({ absenceId: idSchema, eventId: idSchema.nullable() });

const lessonSchema = z.number().int().min(1).max(12).nullable();

/** Finds the absence, changes it, and keeps what changed in its history. Unchanged: no rows at all. */
async function change(
  context: RuleContext,
  args: { absenceId: string; studentId: string },
  kind: AbsenceEventKind,
  edit: (absence: Row<'absence'>) => Partial<Row<'absence'>>,
) {
  const before = await findAbsence(context.db, args.absenceId);
  if (!before || before.studentId !== args.studentId) return refused('absenceUnknown');
  if (before.withdrawn === 1)
    return kind === 'withdrawn'
      ? accepted([], { absenceId: before.id, eventId: null })
      : refused('alreadyWithdrawn');
  const after = withTidySpan({ ...before, ...edit(before) });
  if (after.untilDay !== null && after.untilDay < after.fromDay) return refused('rangeReversed');
  if (await grantsTooMuch(context, before, after)) return refused('leaveTooLongForTeacher');
  const same = Object.entries(after).every(([field, value]) =>
    Object.entries(before).some(([name, old]) => name === field && old === value),
  );
  if (same) return accepted([], { absenceId: before.id, eventId: null });
  const eventId = context.id(1);
  return accepted(absenceChanges(context, before, after, { kind, id: eventId }), {
    absenceId: before.id,
    eventId,
  });
}

/** Corrects days, reason, span or remark of an absence. */
export const correctAbsence = defineCommand('absences.correct', {
  args: z.strictObject({
    ...ofAbsence,
    fields: z
      .strictObject({
        ...reportedFields,
        fromLesson: lessonSchema,
        untilLesson: lessonSchema,
        excuseExpected: z.enum(excuseExpectations),
      })
      .partial(),
  }),
  result: changed,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: (context, args) =>
    change(context, args, 'corrected', (absence) => {
      const fields = onlyGiven(args.fields);
      return { ...fields, ...excuseThatFollows(absence, fields.excuseExpected) };
    }),
});

/** Asking for paper opens the excuse until it is there; asking no longer closes it. A decision stays. */
function excuseThatFollows(
  absence: Row<'absence'>,
  expected: Row<'absence'>['excuseExpected'] | undefined,
): Partial<Row<'absence'>> {
  if (expected === undefined || expected === absence.excuseExpected) return {};
  if (expected === 'none') return absence.excuse === 'open' ? { excuse: 'excused' } : {};
  const received = absence.writtenExcuseOn !== null || absence.certificateSeenOn !== null;
  return absence.excuse === 'excused' && !received ? { excuse: 'open' } : {};
}

/** Withdraws an absence that was a mistake; the row stays for its history. */
export const withdrawAbsence = defineCommand('absences.withdraw', {
  args: z.strictObject(ofAbsence),
  result: changed,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: (context, args) => change(context, args, 'withdrawn', () => ({ withdrawn: 1 })),
});

/** Excused or unexcused: what will stand on the report card. */
export const excuseAbsence = defineCommand('absences.excuse', {
  args: z.strictObject({ ...ofAbsence, excuse: z.enum(excuses) }),
  result: changed,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: (context, args) => change(context, args, 'excuseDecided', () => ({ excuse: args.excuse })),
});

/** The written excuse has come back; it excuses unless a certificate is asked for. */
export const noteWrittenExcuse = defineCommand('absences.noteWrittenExcuse', {
  args: z.strictObject({ ...ofAbsence, on: daySchema }),
  result: changed,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: (context, args) =>
    change(context, args, 'writtenExcuseReceived', (absence) => ({
      writtenExcuseOn: args.on,
      excuse: absence.excuseExpected === 'certificate' ? absence.excuse : 'excused',
    })),
});

/** The certificate was seen; it is not kept. */
export const noteCertificate = defineCommand('absences.noteCertificate', {
  args: z.strictObject({ ...ofAbsence, on: daySchema }),
  result: changed,
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: (context, args) =>
    change(context, args, 'certificateSeen', () => ({ certificateSeenOn: args.on, excuse: 'excused' })),
});
