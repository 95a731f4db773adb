import { useCallback, useEffect, useRef } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { useClient } from '../client/client.tsx';

/**
 * Keeps what is typed on this desk, so that a crash loses nothing. One write at a time; while it is under
 * way only the newest state waits, so fast typing does not queue up.
 * @returns keeps a state (null: nothing to keep); resolves when the newest one is kept
 */
export function useWorkingDraft(): (callId: string | null, draft: CallDraft | null) => Promise<void> {
  const { ask } = useClient();
  const waiting = useRef<{ callId: string | null; draft: CallDraft | null } | null>(null);
  const draining = useRef<Promise<void> | null>(null);
  const drain = useCallback((): Promise<void> => {
    if (draining.current || waiting.current === null) return draining.current ?? Promise.resolve();
    const write = async () => {
      for (let next = waiting.current; next !== null; next = waiting.current) {
        waiting.current = null;
        await ask('desk.keepDraft', next);
      }
      draining.current = null;
    };
    draining.current = write();
    return draining.current;
  }, [ask]);
  useEffect(() => () => void drain(), [drain]);
  return useCallback(
    (callId, draft) => {
      waiting.current = { callId, draft };
      return drain();
    },
    [drain],
  );
}
