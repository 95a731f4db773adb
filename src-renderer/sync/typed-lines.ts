/** One thing a person had entered: the field's name in the contract and its value as text. */
export interface TypedLine {
  readonly field: string;
  readonly value: string;
}

/** Ids mean nothing to a reader. */
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Fields whose values are codes, with the group of `words` that says them. */
const wordGroups: Readonly<Record<string, string>> = {
  reason: 'reasons',
  span: 'spans',
  channel: 'channels',
  excuse: 'excuses',
  outcome: 'outcomes',
  factor: 'factors',
  decision: 'decisions',
  notifiable: 'illnesses',
  reporterRelation: 'relations',
};

/**
 * What stood in a refused entry, so that nothing a person wrote is lost. Free text comes first; what was left
 * as it was (empty fields, boxes not ticked) is left out.
 * @param args the arguments as JSON; anything unreadable is shown as it is
 */
export function typedLines(args: string): readonly TypedLine[] {
  const lines = linesOf('', parsed(args));
  return lines.toSorted((a, b) => Number(isFreeText(b.field)) - Number(isFreeText(a.field)));
}

/** Keys of the locale files that say a value, the best first; the last one says it as it is. */
export function valueKeys({ field, value }: TypedLine): string[] {
  if (isFreeText(field)) return ['sync:values.plain'];
  const group = wordGroups[field];
  const words = group ? [`words:${group}.${value}`] : [];
  return [`sync:values.${field}.${value}`, ...words, 'sync:values.plain'];
}

function parsed(args: string): unknown {
  try {
    return JSON.parse(args);
  } catch {
    return args;
  }
}

function linesOf(field: string, value: unknown): TypedLine[] {
  if (value === null || value === undefined || value === '' || value === 0 || value === false) return [];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) =>
      isOpenEnd(name, inner, value)
        ? [{ field: name, value: 'open' }]
        : linesOf(Array.isArray(value) ? field : name, inner),
    );
  const text = String(value);
  return ID.test(text) ? [] : [{ field, value: text }];
}

/** No last day says "until further notice"; in an unfinished call it says nothing yet. */
function isOpenEnd(name: string, inner: unknown, whole: object): boolean {
  return name === 'untilDay' && inner === null && !('query' in whole);
}

function isFreeText(field: string): boolean {
  return ['remark', 'note', 'purpose', 'rejection', 'query'].includes(field);
}
