import { z } from 'zod';
import { accepted, defineCommand, refused } from '../contract/command.ts';
import { readChanges } from '../history/contract.ts';
import { findAbsence } from './find.ts';
import { idSchema } from './report-fields.ts';
import { type AbsenceEventKind, absenceChanges, withTidySpan } from './rows.ts';

/** What can be taken back by naming its entry in the history. */
const retractable: ReadonlySet<string> = new Set<AbsenceEventKind>([
  'corrected',
  'excuseDecided',
  'writtenExcuseReceived',
  'certificateSeen',
]);

/**
 * Takes back one change of an absence: each field it changed gets the value it had before. Where a field has
 * been changed again since, the later word stands and nothing is taken back.
 */
export const retractChange = defineCommand('absences.retractChange', {
  args: z.strictObject({ absenceId: idSchema, studentId: idSchema, eventId: idSchema }),
  result: z.object({ absenceId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const absence = await findAbsence(context.db, args.absenceId);
    if (absence?.studentId !== args.studentId) return refused('absenceUnknown');
    const event = await context.db
      .selectFrom('absenceEvent')
      .select(['kind', 'changes'])
      .where('id', '=', args.eventId)
      .where('absenceId', '=', absence.id)
      .executeTakeFirst();
    // Two desks that did the same left one entry: it is the other's then.
    if (!event) return refused('doneByOther');
    if (!retractable.has(event.kind)) return refused('entryUnknown');
    if (absence.withdrawn === 1) return refused('alreadyWithdrawn');
    const changes = readChanges(event.changes);
    const now = new Map<string, unknown>(Object.entries(absence));
    if (changes.every(({ field, from }) => now.get(field) === from))
      return accepted([], { absenceId: absence.id });
    if (!changes.every(({ field, to }) => now.get(field) === to)) return refused('workedOnSince');
    const before = Object.fromEntries(changes.map(({ field, from }) => [field, from]));
    const after = withTidySpan({ ...absence, ...before });
    // Another end of the days was moved meanwhile, so that the old one no longer fits.
    if (after.untilDay !== null && after.untilDay < after.fromDay) return refused('workedOnSince');
    return accepted(absenceChanges(context, absence, after, { kind: 'changeRetracted', id: context.id(1) }), {
      absenceId: absence.id,
    });
  },
});
