import { z } from 'zod';
import {
  type ColumnMapping,
  columnMappingSchema,
  type MappedField,
  type UnknownList,
} from '../../src-shared/roster/mapping.ts';

/** Columns named once and kept for the next list of the same make. */
const templateSchema = z.object({
  mapping: columnMappingSchema,
  /** The first row of the list it was made for; with a heading it tells the make. */
  headings: z.array(z.string()),
});

export interface MappingTemplate extends z.output<typeof templateSchema> {
  readonly id: string;
  readonly name: string;
}

/** Several columns may hold one of these; every other field has one column. */
const repeatable: readonly MappedField[] = ['phone', 'email'];

/** What the program would say about the columns: nothing where the first row is a person and no heading. */
export function guessedMapping(list: UnknownList, kind: ColumnMapping['kind']): ColumnMapping {
  const fields: readonly (MappedField | null)[] = list.guesses[kind];
  const hasHeading = fields.some((field) => field !== null);
  return fields.reduce<ColumnMapping>((mapping, field, index) => withField(mapping, index, field), {
    kind,
    hasHeading,
    fields: fields.map(() => null),
  });
}

/** Names a column; a field that another column had goes over to it. */
export function withField(mapping: ColumnMapping, index: number, field: MappedField | null): ColumnMapping {
  const fields = mapping.fields.map((known, column) => {
    if (column === index) return field;
    return known === field && field !== null && !repeatable.includes(field) ? null : known;
  });
  return { ...mapping, fields };
}

/** The kept mapping that fits a list: the same heading, or without heading as many columns. */
export function fittingTemplate(
  { rows }: UnknownList,
  templates: readonly MappingTemplate[],
): MappingTemplate | undefined {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const heading = JSON.stringify(rows[0] ?? []);
  return (
    templates.find(({ mapping, headings }) => mapping.hasHeading && JSON.stringify(headings) === heading) ??
    templates.find(({ mapping }) => !mapping.hasHeading && mapping.fields.length === width)
  );
}

/** A kept view's text as a template; null for one that an older window wrote otherwise. */
export function readTemplate(view: {
  viewId: string;
  name: string;
  definition: string;
}): MappingTemplate | null {
  try {
    const read = templateSchema.safeParse(JSON.parse(view.definition));
    return read.success ? { id: view.viewId, name: view.name, ...read.data } : null;
  } catch {
    return null;
  }
}

/** A mapping as the text of a kept view. */
export function writeTemplate(mapping: ColumnMapping, { rows }: UnknownList): string {
  // Of a list without heading the first row is a person, and nobody's data belong into a template.
  return JSON.stringify({ mapping, headings: mapping.hasHeading ? (rows[0] ?? []) : [] });
}
