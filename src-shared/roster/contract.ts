import { z } from 'zod';
import { defineAction } from '../contract/operation.ts';
import { rosterPreviewSchema } from './preview.ts';
import { rosterProblemSchema } from './problems.ts';
import { importDecisionsSchema } from './steps.ts';

/** Reads files (base64) and compares them with the school. Nothing changes. `previewId` null: nothing could be read. */
export const previewRoster = defineAction('roster.preview', {
  args: z.strictObject({
    files: z
      .array(z.strictObject({ name: z.string().max(200), data: z.string() }))
      .min(1)
      .max(10),
    /** Found by themselves when null. */
    encoding: z.string().max(40).nullable().default(null),
    separator: z.string().max(3).nullable().default(null),
  }),
  result: z.object({
    previewId: z.uuid().nullable(),
    preview: rosterPreviewSchema.nullable(),
    problems: z.array(rosterProblemSchema),
  }),
});

/** Does what the preview offers and the person has decided. */
export const importRoster = defineAction('roster.import', {
  args: z.strictObject({ previewId: z.uuid(), decisions: importDecisionsSchema }),
  result: z.object({ steps: z.number().int(), commands: z.number().int() }),
});

export const rosterOperations = { 'roster.preview': previewRoster, 'roster.import': importRoster } as const;
