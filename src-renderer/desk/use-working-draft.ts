import { useCallback, useEffect, useRef } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { useClient } from '../client/client.tsx';

/**
 * Keeps what is typed on this desk, so that a crash loses nothing. One write at a time; while it is under
 * way only the newest state waits, so fast typing does not queue up.
 */
export function useWorkingDraft(): (callId: string | null, draft: CallDraft | null) => void {
  const { ask } = useClient();
  const waiting = useRef<{ callId: string | null; draft: CallDraft | null } | null>(null);
  const busy = useRef(false);
  const drain = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    for (let next = waiting.current; next !== null; next = waiting.current) {
      waiting.current = null;
      await ask('desk.keepDraft', next);
    }
    busy.current = false;
  }, [ask]);
  useEffect(() => () => void drain(), [drain]);
  return useCallback(
    (callId, draft) => {
      waiting.current = { callId, draft };
      void drain();
    },
    [drain],
  );
}
