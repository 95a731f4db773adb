import { useEffect, useRef, useState } from 'react';
import { holdKeys } from './held-keys.ts';

/**
 * For a list that is still being asked for while Enter is pressed: the first line of the answer is meant, not
 * of what happens to be shown. What is pressed meanwhile waits; `choose` says when it may go on.
 * @returns Enter was pressed
 */
export function useHurriedEnter(answered: boolean, choose: () => void): () => void {
  const [soon, setSoon] = useState(false);
  const newest = useRef(choose);
  useEffect(() => {
    newest.current = choose;
  });
  useEffect(() => {
    if (!soon || !answered) return;
    setSoon(false);
    newest.current();
  }, [soon, answered]);
  return () => {
    holdKeys();
    setSoon(true);
  };
}
