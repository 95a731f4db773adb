import { z } from 'zod';
import { accepted, defineCommand, refused } from '../contract/command.ts';
import { OutdatedImport, StepRows, TakenId } from './step-rows.ts';
import { importStepSchema } from './steps.ts';

/** The most steps of one command; a larger import is several commands, each depending on the one before. */
export const STEPS_PER_COMMAND = 400;

/** Carries out a part of a previewed import: all of its steps or none. */
export const applyRoster = defineCommand('roster.apply', {
  args: z.strictObject({
    importId: z.uuid(),
    part: z.number().int().min(1),
    parts: z.number().int().min(1),
    steps: z.array(importStepSchema).max(STEPS_PER_COMMAND),
  }),
  result: z.object({ rows: z.number().int() }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, args) => {
    const rows = new StepRows(context);
    try {
      for (const step of args.steps) await rows.take(step);
    } catch (error) {
      if (error instanceof OutdatedImport) return refused('importOutdated');
      if (error instanceof TakenId) return refused('idTaken');
      throw error;
    }
    const changes = rows.changes();
    return accepted(changes, { rows: changes.length });
  },
});
