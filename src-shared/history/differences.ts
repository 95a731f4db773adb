/** One changed field as a visible history keeps it. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | number | null;
  readonly to: string | number | null;
}

type PlainRow = Readonly<Record<string, string | number | null>>;

/** Fields of a row that differ from before, in the row's own order. */
export function fieldChanges(before: PlainRow, after: PlainRow): FieldChange[] {
  return Object.keys(after)
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }));
}

/** Changed fields as JSON `[{field, from, to}]`, or null when nothing differs. */
export function differences(before: PlainRow, after: PlainRow): string | null {
  const changed = fieldChanges(before, after);
  return changed.length === 0 ? null : JSON.stringify(changed);
}
