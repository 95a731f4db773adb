import { z } from 'zod';
import { defineAction, defineQuery } from '../contract/operation.ts';
import { daySchema } from '../values/day.ts';

export const sheetKinds = ['officeList', 'staffRoomList', 'evacuation', 'downtime'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Makes a PDF of the day. `data` is base64. */
export const makeSheet = defineAction('paper.make', {
  args: z.strictObject({
    sheet: z.enum(sheetKinds),
    day: daySchema.nullable().default(null),
    language: z.enum(['de', 'en']).default('de'),
  }),
  result: z.object({ fileName: z.string(), data: z.string(), pages: z.number() }),
});

/** Where the downtime sheets lie, and when they were last made. */
export const downtimeState = defineQuery('paper.downtime', {
  args: z.strictObject({}),
  result: z.object({
    folder: z.string().nullable(),
    madeAt: z.iso.datetime().nullable(),
    problem: z.enum(['noSpace', 'folderGone', 'failed']).nullable(),
  }),
  reads: ['minute', 'session'],
});

const column = z.strictObject({
  key: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'day', 'time', 'number', 'phone']),
});

/** Exports what a table shows, as CSV for German Excel or as XLSX. `data` is base64. */
export const exportTable = defineAction('paper.exportTable', {
  args: z.strictObject({
    format: z.enum(['csv', 'xlsx']),
    name: z.string().max(60),
    columns: z.array(column).max(40),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).max(200_000),
  }),
  result: z.object({ fileName: z.string(), mediaType: z.string(), data: z.string() }),
});

export const paperOperations = {
  'paper.make': makeSheet,
  'paper.downtime': downtimeState,
  'paper.exportTable': exportTable,
} as const;
