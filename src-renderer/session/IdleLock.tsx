import { useEffect } from 'react';
import { useCommand } from '../client/use-command.ts';
import { watchIdle } from './watch-idle.ts';

/** A desk nobody uses for so long locks itself: office PCs stand at the counter. */
const IDLE_MS = 15 * 60_000;

/** Locks the screen after idle time. What is being typed is kept as a draft by the panel it is typed in. */
export function IdleLock() {
  const lock = useCommand('session.lock');
  useEffect(() => watchIdle(window, IDLE_MS, () => void lock({})), [lock]);
  return null;
}
