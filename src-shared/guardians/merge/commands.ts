import { z } from 'zod';
import { idSchema } from '../../absences/report-fields.ts';
import { accepted, create, defineCommand, refused, remove } from '../../contract/command.ts';
import { readPairs, takeBackPairs } from '../../history/row-pairs.ts';
import { findGuardian, guardianEvent, nameOf } from '../rows.ts';
import { planMerge, takenParts } from './plan.ts';

const merged = z.object({ guardianId: idSchema });

/**
 * Makes one guardian of two entries of the same person. Everything that named `lostGuardianId` names `guardianId` from
 * then on, also entries that come later; how it was is kept for `guardians.separate`.
 */
export const mergeGuardians = defineCommand('guardians.merge', {
  args: z.strictObject({
    mergeId: idSchema,
    /** The one who stays. */
    guardianId: idSchema,
    lostGuardianId: idSchema,
    /** What is right in the entry that goes. */
    take: z.array(z.enum(takenParts)).max(takenParts.length),
    contacts: z.enum(['both', 'kept', 'lost']),
  }),
  result: merged,
  subjects: ({ guardianId, lostGuardianId }) => [
    { root: 'guardian', id: guardianId },
    { root: 'guardian', id: lostGuardianId },
  ],
  rule: async (context, { mergeId, guardianId, lostGuardianId, take, contacts }) => {
    const kept = await findGuardian(context.db, guardianId);
    if (!kept) return refused('guardianUnknown');
    // Two desks have merged the same two: the second finds one person, and nothing is left to do.
    if (guardianId === lostGuardianId) return accepted([], { guardianId });
    const lost = await findGuardian(context.db, lostGuardianId);
    if (!lost) return refused('guardianUnknown');
    const { changes, pairs } = await planMerge(context, { kept, lost, take, contacts });
    const note = create('guardianMerge', {
      id: mergeId,
      guardianId,
      lostGuardianId,
      lostName: nameOf(lost),
      at: context.occurredAt,
      actorName: context.actor.name,
      rows: JSON.stringify(pairs),
    });
    const about = [{ field: 'guardian', from: null, to: nameOf(lost) }];
    return accepted(
      [
        ...changes,
        create('guardianAlias', { id: lostGuardianId, guardianId }),
        note,
        guardianEvent(context, guardianId, 'merged', about),
      ],
      { guardianId },
    );
  },
});

/**
 * Takes a merge back as a whole: two guardians again, each as before. What came since (a report, a new tie) stays with
 * the one who stayed. Where somebody has changed what the merge wrote, nothing is taken back.
 */
export const separateGuardians = defineCommand('guardians.separate', {
  args: z.strictObject({ mergeId: idSchema, guardianId: idSchema }),
  result: merged,
  subjects: ({ guardianId }) => [{ root: 'guardian', id: guardianId }],
  rule: async (context, { mergeId, guardianId }) => {
    const note = await context.db
      .selectFrom('guardianMerge')
      .selectAll()
      .where('id', '=', mergeId)
      .executeTakeFirst();
    if (!note) return refused('entryUnknown');
    // Merged on into somebody else: that one has to be taken back first.
    if (note.guardianId !== guardianId) return refused('changedMeanwhile');
    if (!(await findGuardian(context.db, guardianId))) return refused('guardianUnknown');
    const changes = await takeBackPairs(context.db, readPairs(note.rows));
    if (!changes) return refused('workedOnSince');
    const about = [{ field: 'guardian', from: null, to: note.lostName }];
    return accepted(
      [
        ...changes,
        remove('guardianAlias', note.lostGuardianId, guardianId),
        remove('guardianMerge', mergeId, guardianId),
        guardianEvent(context, guardianId, 'separated', about),
      ],
      { guardianId },
    );
  },
});
