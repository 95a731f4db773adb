import { z } from 'zod';
import {
  accepted,
  create,
  defineCommand,
  put,
  type RuleContext,
  refused,
  remove,
} from '../contract/command.ts';
import { findAbsence } from './find.ts';
import { notifiableIllnesses } from './notifiable-illness.ts';
import { idSchema } from './report-fields.ts';

const ofAbsence = { absenceId: idSchema, studentId: idSchema };

/** The health office was told (§ 34 Abs. 6 IfSG). */
export const noteHealthOfficeNotice = defineCommand('absences.noteHealthOfficeNotice', {
  args: z.strictObject(ofAbsence),
  result: z.object({ absenceId: idSchema }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, args) => {
    const absence = await findAbsence(context.db, args.absenceId);
    const noted = await context.db
      .selectFrom('absenceNotifiable')
      .selectAll()
      .where('id', '=', absence?.id ?? args.absenceId)
      .where('studentId', '=', args.studentId)
      .executeTakeFirst();
    if (!noted) return refused('absenceUnknown');
    if (noted.healthOfficeNotifiedAt !== null) return accepted([], { absenceId: noted.id });
    return accepted([put('absenceNotifiable', { ...noted, healthOfficeNotifiedAt: context.occurredAt })], {
      absenceId: noted.id,
    });
  },
});

/**
 * Notes, changes or (null) takes away the notifiable illness of an absence (§ 34 IfSG): it was suspected, and is not,
 * or is another one. Once the health office was told it stands, as it was told. Nothing of it is written into the
 * absence's history, which teachers see.
 */
export const changeNotifiable = defineCommand('absences.changeNotifiable', {
  args: z.strictObject({ ...ofAbsence, illness: z.enum(notifiableIllnesses).nullable() }),
  result: z.object({ absenceId: idSchema, before: z.enum(notifiableIllnesses).nullable() }),
  subjects: (args) => [{ root: 'student', id: args.studentId }],
  rule: async (context, { absenceId, studentId, illness }) => {
    const absence = await findAbsence(context.db, absenceId);
    if (absence?.studentId !== studentId) return refused('absenceUnknown');
    if (absence.withdrawn === 1) return refused('alreadyWithdrawn');
    const { id } = absence;
    const noted = await readNoted(context, id);
    const before = notifiableIllnesses.find((one) => one === noted?.illness) ?? null;
    const result = { absenceId: id, before };
    if (before === illness) return accepted([], result);
    if (noted && noted.healthOfficeNotifiedAt !== null) return refused('healthOfficeTold');
    if (illness === null) return accepted([remove('absenceNotifiable', id, studentId)], result);
    const row = { id, studentId, illness, notedAt: context.occurredAt, healthOfficeNotifiedAt: null };
    return accepted([noted ? put('absenceNotifiable', row) : create('absenceNotifiable', row)], result);
  },
});

function readNoted({ db }: RuleContext, absenceId: string) {
  return db.selectFrom('absenceNotifiable').selectAll().where('id', '=', absenceId).executeTakeFirst();
}
