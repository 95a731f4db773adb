import { z } from 'zod';
import { columnNames, type TableName } from '../../tables/registry.ts';
import type { Cells } from '../rows-among.ts';

/** The tables an import writes. */
export const importedTables = [
  'schoolClass',
  'student',
  'studentDetail',
  'guardian',
  'guardianAddress',
  'guardianContact',
  'guardianship',
] as const satisfies readonly TableName[];
export type ImportedTable = (typeof importedTables)[number];

const cell = z.union([z.string(), z.number(), z.null()]);

/**
 * A row that a part of an import made or changed. Of what it was before, only the fields that were changed are kept; of
 * what the import wrote, only a digest, which tells whether anybody has changed it since.
 */
const rowImageSchema = z.object({
  table: z.enum(importedTables),
  id: z.string(),
  /** The changed fields as they were; null for a row that the import made. */
  before: z.record(z.string(), cell).nullable(),
  /** Columns of the table that a made row had: one that a later version adds is no change. */
  columns: z.number().int(),
  digest: z.string(),
});
export type RowImage = z.output<typeof rowImageSchema>;

const imagesSchema = z.array(rowImageSchema);

/** Images as one column keeps them. */
export function writeImages(images: readonly RowImage[]): string {
  return JSON.stringify(images);
}

/** Reads what {@link writeImages} wrote. */
export function readImages(json: string): RowImage[] {
  return imagesSchema.parse(JSON.parse(json));
}

/** The image of a row that an import writes, or null when it changes nothing. */
export function imageOf(table: ImportedTable, before: Cells | undefined, after: Cells): RowImage | null {
  const columns = columnNames(table);
  const fields = before ? columns.filter((field) => before[field] !== after[field]) : columns;
  if (fields.length === 0) return null;
  return {
    table,
    id: String(after.id),
    before: before ? Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) : null,
    columns: columns.length,
    digest: digestOf(after, fields),
  };
}

/** True when the row still says what the import wrote. */
export function isAsImported(row: Cells, { table, before, columns, digest }: RowImage): boolean {
  const fields = before ? Object.keys(before) : columnNames(table).slice(0, columns);
  return digestOf(row, fields) === digest;
}

/** 53 bits (cyrb53). No secret is kept by it: it only has to notice a change. */
function digestOf(row: Cells, fields: readonly string[]): string {
  const text = JSON.stringify(fields.map((field) => row[field] ?? null));
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
