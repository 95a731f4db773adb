import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';

/** A message of the answering machine has been heard: taken down as a call, or nothing to do. */
export const settleMessage = defineCommand('inbox.settleMessage', {
  args: z.strictObject({ messageId: idSchema, outcome: z.enum(['recorded', 'dismissed']) }),
  result: z.object({ messageId: idSchema }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, args) => {
    const message = await context.db
      .selectFrom('inboxMessage')
      .selectAll()
      .where('id', '=', args.messageId)
      .executeTakeFirst();
    if (!message) return refused('messageUnknown');
    if (message.state !== 'new') return accepted([], { messageId: message.id });
    const settled = {
      ...message,
      state: args.outcome,
      settledAt: context.occurredAt,
      settledBy: context.actor.id,
    };
    return accepted([put('inboxMessage', settled)], { messageId: message.id });
  },
});
