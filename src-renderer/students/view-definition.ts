import { z } from 'zod';
import type { StudentFilters } from './student-filters.ts';

const definitionSchema = z.object({
  filters: z.object({
    text: z.string(),
    classId: z.string().nullable(),
    allDayCare: z.boolean(),
    lunch: z.boolean(),
    blocked: z.boolean(),
    withLeft: z.boolean(),
  }),
  columns: z.array(z.string()),
});

/** A kept view: which children, and which columns of them. */
export interface ViewDefinition {
  readonly filters: StudentFilters;
  /** Keys of the columns shown. */
  readonly columns: readonly string[];
}

/** A view as it is kept. */
export function writeView(definition: ViewDefinition): string {
  return JSON.stringify(definition);
}

/** Reads a kept view; undefined for one of another version of the app. */
export function readView(text: string): ViewDefinition | undefined {
  try {
    const parsed = definitionSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
