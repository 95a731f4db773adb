import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, create, defineCommand, put, refused, remove } from '../contract/command.ts';
import { callDraftSchema } from './draft.ts';

/** Parks a call that was interrupted; parking it again keeps the newer draft. */
export const parkCall = defineCommand('calls.park', {
  args: z.strictObject({ callId: idSchema, label: z.string().max(80), draft: callDraftSchema }),
  result: z.object({ callId: idSchema }),
  subjects: (_args) => [{ root: 'staff', id: 'self' }],
  rule: async (context, args) => {
    const known = await context.db
      .selectFrom('parkedCall')
      .select(['parkedAt', 'staffId'])
      .where('id', '=', args.callId)
      .executeTakeFirst();
    if (known && known.staffId !== context.actor.id) return refused('draftUnknown');
    const call = {
      id: args.callId,
      staffId: context.actor.id,
      parkedAt: known?.parkedAt ?? context.occurredAt,
      label: args.label,
      draft: JSON.stringify(args.draft),
    };
    return accepted([known ? put('parkedCall', call) : create('parkedCall', call)], { callId: call.id });
  },
});

/** A parked call is finished or no longer needed. */
export const discardCall = defineCommand('calls.discard', {
  args: z.strictObject({ callId: idSchema }),
  result: z.object({ callId: idSchema }),
  subjects: (_args) => [{ root: 'staff', id: 'self' }],
  rule: async (context, args) => {
    const known = await context.db
      .selectFrom('parkedCall')
      .select('staffId')
      .where('id', '=', args.callId)
      .executeTakeFirst();
    if (!known) return accepted([], { callId: args.callId });
    if (known.staffId !== context.actor.id) return refused('draftUnknown');
    return accepted([remove('parkedCall', args.callId, context.actor.id)], { callId: args.callId });
  },
});
