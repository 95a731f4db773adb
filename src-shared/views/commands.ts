import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, defineCommand, put, refused, remove } from '../contract/command.ts';

/** Keeps a view of a list (columns, filters, order) under a name, for oneself; kept again, it is the newer one. */
export const keepView = defineCommand('views.keep', {
  args: z.strictObject({
    viewId: idSchema,
    screen: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(60),
    /** JSON of the window's own making; 8 kB are some hundred columns. */
    definition: z.string().max(8_000),
  }),
  result: z.object({ viewId: idSchema }),
  subjects: () => [{ root: 'staff', id: 'self' }],
  rule: async (context, { viewId, ...view }) => {
    const known = await context.db
      .selectFrom('savedView')
      .select('staffId')
      .where('id', '=', viewId)
      .executeTakeFirst();
    if (known && known.staffId !== context.actor.id) return refused('viewUnknown');
    return accepted([put('savedView', { id: viewId, staffId: context.actor.id, ...view })], { viewId });
  },
});

/** A kept view is no longer wanted. */
export const discardView = defineCommand('views.discard', {
  args: z.strictObject({ viewId: idSchema }),
  result: z.object({ viewId: idSchema }),
  subjects: () => [{ root: 'staff', id: 'self' }],
  rule: async (context, { viewId }) => {
    const known = await context.db
      .selectFrom('savedView')
      .select('staffId')
      .where('id', '=', viewId)
      .executeTakeFirst();
    if (!known) return accepted([], { viewId });
    if (known.staffId !== context.actor.id) return refused('viewUnknown');
    return accepted([remove('savedView', viewId, context.actor.id)], { viewId });
  },
});
