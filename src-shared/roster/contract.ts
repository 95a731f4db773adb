import { z } from 'zod';
import { defineAction, defineQuery } from '../contract/operation.ts';
import { daySchema } from '../values/day.ts';
import { importFileSchema } from './import-files.ts';
import { columnMappingSchema, unknownListSchema } from './mapping.ts';
import { rosterPreviewSchema } from './preview.ts';
import { rosterProblemSchema } from './problems.ts';
import { importDecisionsSchema } from './steps.ts';
import { stayReasons } from './undo/stay-reasons.ts';

const count = z.number().int();

/**
 * Reads files (base64) and compares them with the school. Nothing changes. `previewId` null: nothing could be read, or
 * it was stopped.
 */
export const previewRoster = defineAction('roster.preview', {
  args: z.strictObject({
    files: z
      .array(z.strictObject({ name: z.string().max(200), data: z.string() }))
      .min(1)
      .max(10),
    /** Found by themselves when null. */
    encoding: z.string().max(40).nullable().default(null),
    separator: z.string().max(3).nullable().default(null),
    /** For lists that no format knows, by the list's name. */
    mappings: z
      .array(z.strictObject({ file: z.string().max(400), mapping: columnMappingSchema }))
      .max(40)
      .default([]),
  }),
  result: z.object({
    previewId: z.uuid().nullable(),
    preview: rosterPreviewSchema.nullable(),
    problems: z.array(rosterProblemSchema),
    /** Of the files with problems, those whose columns a person can name. */
    unknownLists: z.array(unknownListSchema),
  }),
});

/** Parts that were done, of all; fewer when somebody stopped it. What was done stays. */
const partsDone = { parts: count, partsDone: count };

/** Does what the preview offers and the person has decided, part by part. */
export const importRoster = defineAction('roster.import', {
  args: z.strictObject({ previewId: z.uuid(), decisions: importDecisionsSchema }),
  result: z.object({ importId: z.uuid(), steps: count, stepsDone: count, ...partsDone }),
});

/** Takes an import back, the last part first. Again: what stayed, if it can go now. */
export const undoImport = defineAction('roster.undoImport', {
  args: z.strictObject({ importId: z.uuid() }),
  result: z.object(partsDone),
});

export const importPhases = ['reading', 'comparing', 'applying', 'undoing'] as const;

/** What is being done at this desk now, and how far it is; null for nothing. */
export const rosterProgress = defineQuery('roster.progress', {
  args: z.strictObject({}),
  result: z
    .object({
      phase: z.enum(importPhases),
      /** Lines of a file, lines compared, steps, or parts. */
      done: count,
      total: count,
      /** The file that is being read. */
      file: z.string().nullable(),
    })
    .nullable(),
  reads: ['import'],
});

/** Stops what {@link rosterProgress} shows: before anything was done nothing is; else what was done stays. */
export const stopRoster = defineAction('roster.stop', { args: z.strictObject({}), result: z.object({}) });

/** The lists of the whole school, as {@link exportRoster} writes them. */
export const rosterExports = ['studentsCsv', 'guardiansCsv', 'workbook', 'oneRoster'] as const;
export type RosterExport = (typeof rosterExports)[number];

/**
 * The children who are at the school, or their guardians, as a list that can be read in again; both as XLSX; or the
 * school with its teachers as a OneRoster zip. No guardian is in it for a child for whom they are blocked. `data` is base64.
 */
export const exportRoster = defineAction('roster.export', {
  args: z.strictObject({ list: z.enum(rosterExports) }),
  result: z.object({ fileName: z.string(), mediaType: z.string(), data: z.string(), rows: count }),
});

const importEntrySchema = z.object({
  importId: z.uuid(),
  at: z.string(),
  by: z.string(),
  files: z.array(importFileSchema),
  /** Rows made or changed. */
  rows: count,
  parts: count,
  partsDone: count,
  partsUndone: count,
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  /** The last day on which it can be taken back; null: it can't be any more. */
  undoUntil: daySchema.nullable(),
  /** Children and guardians of which something is still as the import left it. */
  left: count,
});
export type ImportEntry = z.output<typeof importEntrySchema>;

/** The lists that were read in, the newest first. */
export const rosterImports = defineQuery('roster.imports', {
  args: z.strictObject({}),
  result: z.object({ imports: z.array(importEntrySchema) }),
  reads: ['rosterImport', 'studentBefore', 'guardianBefore', 'staffMember', 'schoolSetting'],
});

/** What the undo of an import would do with the school as it stands. */
export const undoPreview = defineQuery('roster.undoPreview', {
  args: z.strictObject({ importId: z.uuid() }),
  result: z.object({
    /** Made by the import; would go. */
    goes: z.object({ students: count, guardians: count, guardianships: count, classes: count }),
    /** Changed by the import; would be as they were. */
    returns: z.object({ students: count, guardians: count }),
    /** Stays as it is, with the reason; the children first. */
    stays: z.array(
      z.object({
        kind: z.enum(['student', 'guardian', 'class']),
        name: z.string(),
        className: z.string(),
        reason: z.enum(stayReasons),
      }),
    ),
    /** Guardians and classes that stay because a child does. */
    staysWith: z.object({ guardians: count, classes: count }),
  }),
  reads: ['rosterImport', 'studentBefore', 'guardianBefore'],
});

export const rosterOperations = {
  'roster.preview': previewRoster,
  'roster.import': importRoster,
  'roster.undoImport': undoImport,
  'roster.progress': rosterProgress,
  'roster.stop': stopRoster,
  'roster.export': exportRoster,
  'roster.imports': rosterImports,
  'roster.undoPreview': undoPreview,
} as const;
