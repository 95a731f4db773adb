import { z } from 'zod';
import { defineQuery } from '../contract/operation.ts';

/** The person's kept views of a list, by name. */
export const listViews = defineQuery('views.list', {
  args: z.strictObject({ screen: z.string().min(1).max(40) }),
  result: z.object({
    views: z.array(z.object({ viewId: z.uuid(), name: z.string(), definition: z.string() })),
  }),
  reads: ['savedView'],
});

export const viewOperations = { 'views.list': listViews } as const;
