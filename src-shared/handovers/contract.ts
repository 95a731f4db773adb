import { z } from 'zod';
import { defineAction, defineQuery } from '../contract/operation.ts';

/** Something that was written about a child and waits for the office. */
export const waitingHandover = z.object({
  handoverId: z.uuid(),
  /** Null when it is about no child, about several, or about one that is not there any more. */
  student: z
    .object({
      studentId: z.uuid(),
      givenName: z.string(),
      familyName: z.string(),
      /** Empty for a child without a class. */
      className: z.string(),
    })
    .nullable(),
  authorName: z.string(),
  /** Name of the command. */
  operation: z.string(),
  /** The typed arguments as JSON. */
  args: z.string(),
  occurredAt: z.iso.datetime(),
  /** The signed-in person may enter it as their own. */
  mayTakeOver: z.boolean(),
});

/** What was handed over to the office and nobody has looked at yet, the oldest first. */
export const handoversWaiting = defineQuery('handovers.waiting', {
  args: z.strictObject({}),
  result: z.object({ handovers: z.array(waitingHandover) }),
  reads: ['handover', 'student', 'schoolClass', 'session'],
});

/**
 * Enters a handover as the signed-in person's own entry and settles it. Refused like that entry; then the
 * handover goes on waiting.
 */
export const takeHandoverOver = defineAction('handovers.takeOver', {
  args: z.strictObject({ handoverId: z.uuid() }),
  result: z.object({}),
});

export const handoverOperations = {
  'handovers.waiting': handoversWaiting,
  'handovers.takeOver': takeHandoverOver,
} as const;
