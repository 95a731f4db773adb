import { z } from 'zod';
import { accepted, create, defineCommand, put, type RuleContext, refused } from '../contract/command.ts';
import type { Row } from '../tables/registry.ts';
import { importFileSchema } from './import-files.ts';
import { OutdatedImport, StepRows, TakenId } from './step-rows.ts';
import { importStepSchema } from './steps.ts';
import { type KeptPart, keepBefore } from './undo/keep-before.ts';
import { readImages, writeImages } from './undo/row-image.ts';

/** The most steps of one command; a larger import is several commands, each depending on the one before. */
export const STEPS_PER_COMMAND = 400;

const applyArgs = z.strictObject({
  importId: z.uuid(),
  part: z.number().int().min(1),
  parts: z.number().int().min(1),
  /** For the list of imports. */
  files: z.array(importFileSchema).max(10).default([]),
  steps: z.array(importStepSchema).max(STEPS_PER_COMMAND),
});

/** Carries out a part of a previewed import: all of its steps or none. How it was before is kept for `roster.undo`. */
export const applyRoster = defineCommand('roster.apply', {
  args: applyArgs,
  result: z.object({ rows: z.number().int() }),
  subjects: () => [{ root: 'school', id: '-' }],
  rule: async (context, args) => {
    const known = await context.db
      .selectFrom('rosterImport')
      .selectAll()
      .where('id', '=', args.importId)
      .executeTakeFirst();
    if (known && known.partsUndone > 0) return refused('importUndone');
    const rows = new StepRows(context);
    try {
      for (const step of args.steps) await rows.take(step);
    } catch (error) {
      if (error instanceof OutdatedImport) return refused('importOutdated');
      if (error instanceof TakenId) return refused('idTaken');
      throw error;
    }
    const kept = await keepBefore(context.db, args, rows.changes(), () => rows.nextId());
    const noted = (known ? put : create)('rosterImport', importAfter(context, args, known, kept));
    return accepted([...kept.changes, ...kept.before, noted], { rows: kept.changes.length });
  },
});

/** The import as the list shows it after this part. */
function importAfter(
  { occurredAt, actor }: RuleContext,
  { importId, part, parts, files }: z.output<typeof applyArgs>,
  known: Row<'rosterImport'> | undefined,
  kept: KeptPart,
): Row<'rosterImport'> {
  const before = known ?? {
    id: importId,
    at: occurredAt,
    staffId: actor.id,
    files: JSON.stringify(files),
    parts,
    partsDone: 0,
    rows: 0,
    classes: writeImages([]),
    partsUndone: 0,
    undoneAt: null,
    undoneBy: null,
  };
  return {
    ...before,
    partsDone: Math.max(before.partsDone, part),
    rows: before.rows + kept.changes.length,
    classes: writeImages([...readImages(before.classes), ...kept.classes]),
  };
}
