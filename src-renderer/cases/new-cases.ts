/**
 * How many were not there before. The first look announces nothing: those are on the screen already.
 * @param ids what is to be seen to now: children's cases, silent classes, worrying factors
 * @param seen those of the look before; null at the first
 */
export function newCases(
  ids: readonly string[],
  seen: ReadonlySet<string> | null,
): { fresh: number; seen: ReadonlySet<string> } {
  const now = new Set(ids);
  const fresh = seen === null ? 0 : [...now].filter((id) => !seen.has(id)).length;
  return { fresh, seen: now };
}
