import { z } from 'zod';
import type { RosterPreview } from './preview.ts';
import { rosterFormatIds } from './types.ts';

/** A file of an import as the list of imports names it. */
export const importFileSchema = z.strictObject({
  name: z.string().max(200),
  format: z.enum(rosterFormatIds),
  /** Lines that were read. */
  rows: z.number().int(),
});
export type ImportFile = z.output<typeof importFileSchema>;

/** The files a preview was made from. */
export function importFiles({ sources }: Pick<RosterPreview, 'sources'>): ImportFile[] {
  return sources.map(({ file, format, students, guardians }) => ({
    name: file.slice(0, 200),
    format,
    rows: students + guardians,
  }));
}

/** Reads what {@link importFileSchema} has written; files of a later version that can't be read are left out. */
export function readImportFiles(json: string): ImportFile[] {
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed)
    ? parsed.flatMap((file) => {
        const read = importFileSchema.safeParse(file);
        return read.success ? [read.data] : [];
      })
    : [];
}
