import { z } from 'zod';
import { accepted, defineCommand, put, refused } from '../../contract/command.ts';
import { readSettings } from '../../school/settings.ts';
import { isStillKept } from './deadline.ts';
import { writeImages } from './row-image.ts';
import { takeBack } from './take-back.ts';

/**
 * Takes back one part of an import, the last part first: what it made goes, what it changed is as it was. Nothing that
 * somebody has done since is lost: it stays, with all it needs (decision 0014). A part that was taken back already is
 * looked at once more: what stayed for a reason that is gone goes now, and else nothing happens.
 */
export const undoRoster = defineCommand('roster.undo', {
  args: z.strictObject({ importId: z.uuid(), part: z.number().int().min(1) }),
  /** Rows that were taken back, and children, guardians and classes that stay. */
  result: z.object({ rows: z.number().int(), staying: z.number().int() }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, { importId, part }) => {
    const imported = await context.db
      .selectFrom('rosterImport')
      .selectAll()
      .where('id', '=', importId)
      .executeTakeFirst();
    if (!imported) return refused('importUnknown');
    const { importUndoDays } = await readSettings(context.db);
    if (!isStillKept(imported.at, context.now, importUndoDays)) return refused('importTooOld');
    const next = imported.partsDone - imported.partsUndone;
    // A later part may build on this one: it has to go first.
    if (part < next || part > imported.partsDone) return refused('changedMeanwhile');
    const { changes, images, classes, staying } = await takeBack(context.db, imported, part);
    const after = {
      ...imported,
      classes: part === 1 ? writeImages(classes) : imported.classes,
      partsUndone: Math.max(imported.partsUndone, imported.partsDone - part + 1),
      undoneAt: context.occurredAt,
      undoneBy: context.actor.id,
    };
    return accepted([...changes, ...images, put('rosterImport', after)], {
      rows: changes.length,
      staying: new Set(staying.map(({ kind, id }) => `${kind} ${id}`)).size,
    });
  },
});
