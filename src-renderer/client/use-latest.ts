import { useState } from 'react';

/**
 * The last value that was there, so that a list does not empty while the next answer is under way.
 * @param wanted false forgets it
 */
export function useLatest<T>(value: T | undefined, wanted: boolean): T | undefined {
  const [latest, setLatest] = useState<T | undefined>(value);
  const next = wanted ? (value ?? latest) : undefined;
  if (next !== latest) setLatest(next);
  return next;
}
