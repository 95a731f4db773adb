import { z } from 'zod';

/**
 * What a table of the window hands over to be saved: columns as shown, cells as plain values.
 * `day` is `YYYY-MM-DD`, `time` is `HH:MM`, `number` a number; `text` and `phone` are words. Null is empty.
 */
export const columnKinds = ['text', 'day', 'time', 'number', 'phone'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export const exportTableSchema = z.strictObject({
  columns: z.array(z.strictObject({ key: z.string(), title: z.string(), kind: z.enum(columnKinds) })).min(1),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});
export type ExportTable = z.infer<typeof exportTableSchema>;
export type ExportColumn = ExportTable['columns'][number];
export type ExportCell = string | number | null;

/** The cell of a row under a column; a row that lacks it has an empty cell. */
export function cellOf(row: ExportTable['rows'][number], column: ExportColumn): ExportCell {
  return row[column.key] ?? null;
}
