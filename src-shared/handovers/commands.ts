import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';
import { handoverOutcomes } from '../tables/handovers.ts';

/** The office has entered what was handed over to it as its own, or has put it away. The first outcome stands. */
export const settleHandover = defineCommand('handovers.settle', {
  args: z.strictObject({ handoverId: idSchema, outcome: z.enum(handoverOutcomes) }),
  result: z.object({ handoverId: idSchema }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, { handoverId, outcome }) => {
    const handover = await context.db
      .selectFrom('handover')
      .selectAll()
      .where('id', '=', handoverId)
      .executeTakeFirst();
    if (!handover) return refused('handoverUnknown');
    if (handover.state !== 'waiting') return accepted([], { handoverId });
    const settledBy = context.actor.id;
    const settled = { ...handover, state: outcome, settledAt: context.occurredAt, settledBy };
    return accepted([put('handover', settled)], { handoverId });
  },
});
