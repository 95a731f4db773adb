import { useCallback, useEffect, useRef } from 'react';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import { useClient } from '../client/client.tsx';

/** An entry of the panel, and the parked call it is; null for one that never was parked. */
export interface KeptEntry {
  readonly callId: string | null;
  readonly entry: CallDraft;
}

/**
 * Keeps what is typed on this desk, so that a crash loses nothing. One write at a time; while it is under
 * way only the newest state waits, so fast typing does not queue up. Nothing is written before
 * `onLeftBehind` is done with what the panel or the app had left behind when it last stopped.
 * @returns keeps a state (null: nothing to keep); resolves when the newest one is kept
 */
export function useWorkingDraft(
  onLeftBehind: (left: KeptEntry) => Promise<void>,
): (callId: string | null, entry: CallDraft | null) => Promise<void> {
  const { ask } = useClient();
  const waiting = useRef<{ callId: string | null; draft: CallDraft | null } | null>(null);
  const draining = useRef<Promise<void> | null>(null);
  const leftBehind = useRef<Promise<void> | null>(null);
  const takeUp = useRef(onLeftBehind);
  useEffect(() => {
    takeUp.current = onLeftBehind;
  });
  useEffect(() => {
    let asking = true;
    leftBehind.current = ask('desk.workingDraft', {}).then(async (answer) => {
      if (!asking || !answer.ok || answer.result.draft === null) return;
      await takeUp.current({ callId: answer.result.callId, entry: answer.result.draft });
    });
    return () => {
      asking = false;
    };
  }, [ask]);
  const drain = useCallback((): Promise<void> => {
    if (draining.current || waiting.current === null) return draining.current ?? Promise.resolve();
    const write = async () => {
      await leftBehind.current;
      // What was typed is searched for first: the core is busy while the disk takes the draft.
      await nextTurn();
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

/** When everything the present event has led to is drawn up and asked. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
