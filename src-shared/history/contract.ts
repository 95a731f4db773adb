import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.null()]);

/** One line of a visible history: who did what when, and which fields it changed. */
export const historyLine = z.object({
  at: z.iso.datetime(),
  actorName: z.string(),
  kind: z.string(),
  changes: z.array(z.object({ field: z.string(), from: value, to: value })),
});
export type HistoryLine = z.output<typeof historyLine>;

/** Changes as a row keeps them (JSON); what cannot be read any more shows the event without them. */
export function readChanges(stored: string | null): HistoryLine['changes'] {
  if (stored === null) return [];
  try {
    return historyLine.shape.changes.parse(JSON.parse(stored));
  } catch {
    return [];
  }
}
