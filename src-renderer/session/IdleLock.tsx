import { useEffect } from 'react';
import { useCommand } from '../client/use-command.ts';
import { useQuery } from '../client/use-query.ts';
import { watchIdle } from './watch-idle.ts';

const MINUTE_MS = 60_000;
/** Until the school's own limit is known. */
const USUAL_MINUTES = 15;

/** Locks the screen after idle time. What is being typed is kept as a draft by the panel it is typed in. */
export function IdleLock() {
  const lock = useCommand('session.lock');
  const minutes = useQuery('settings.current', {}).data?.idleLockMinutes ?? USUAL_MINUTES;
  useEffect(() => watchIdle(window, minutes * MINUTE_MS, () => void lock({})), [lock, minutes]);
  return null;
}
