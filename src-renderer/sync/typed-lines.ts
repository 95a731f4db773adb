/** One thing a person had entered: the field's name in the contract and its value as text. */
export interface TypedLine {
  readonly field: string;
  readonly value: string;
}

/** Ids mean nothing to a reader. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * What stood in a refused entry, so that nothing a person wrote is lost. Free text comes first.
 * @param args the arguments as JSON; anything unreadable is shown as it is
 */
export function typedLines(args: string): readonly TypedLine[] {
  const lines = linesOf('', parsed(args));
  return lines.toSorted((a, b) => Number(isFreeText(b.field)) - Number(isFreeText(a.field)));
}

function parsed(args: string): unknown {
  try {
    return JSON.parse(args);
  } catch {
    return args;
  }
}

function linesOf(field: string, value: unknown): TypedLine[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) =>
      linesOf(Array.isArray(value) ? field : name, inner),
    );
  const text = String(value);
  return ID.test(text) ? [] : [{ field, value: text }];
}

function isFreeText(field: string): boolean {
  return ['remark', 'note', 'purpose', 'rejection', 'query'].includes(field);
}
