import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, defineCommand, put, refused } from '../contract/command.ts';
import type { DomainReader, Row } from '../tables/registry.ts';

/** A message of the answering machine has been heard: taken down as a call, or nothing to do. */
export const settleMessage = defineCommand('inbox.settleMessage', {
  args: z.strictObject({ messageId: idSchema, outcome: z.enum(['recorded', 'dismissed']) }),
  result: z.object({ messageId: idSchema }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, args) => {
    const message = await findMessage(context.db, args.messageId);
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

/** Puts a message that one has settled back among the new ones. What somebody else settled stays settled. */
export const reopenMessage = defineCommand('inbox.reopenMessage', {
  args: z.strictObject({ messageId: idSchema }),
  result: z.object({ messageId: idSchema }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, args) => {
    const message = await findMessage(context.db, args.messageId);
    if (!message) return refused('messageUnknown');
    if (message.state === 'new') return accepted([], { messageId: message.id });
    if (message.settledBy !== context.actor.id) return refused('doneByOther');
    const reopened: Row<'inboxMessage'> = {
      ...message,
      state: 'new',
      settledAt: null,
      settledBy: null,
      reopenedAt: context.occurredAt,
      reopenedBy: context.actor.id,
    };
    return accepted([put('inboxMessage', reopened)], { messageId: message.id });
  },
});

async function findMessage(db: DomainReader, id: string): Promise<Row<'inboxMessage'> | undefined> {
  return db.selectFrom('inboxMessage').selectAll().where('id', '=', id).executeTakeFirst();
}
