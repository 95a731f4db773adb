import { useMemo } from 'react';
import { useQuery } from '../client/use-query.ts';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Children about whom something is saved at this desk and waits for the server; their lines carry a small
 * dot. Only while the server is away: with it, an entry waits for the blink of an eye, and nothing blinks.
 */
export function usePendingStudents(): ReadonlySet<string> {
  const { data: state } = useQuery('sync.state', {});
  const waits = state?.state === 'offline' && state.pending > 0;
  const { data } = useQuery('sync.entries', waits ? {} : null);
  return useMemo(() => {
    if (!data) return NOBODY;
    return new Set(data.pending.flatMap((entry) => (entry.studentId ? [entry.studentId] : [])));
  }, [data]);
}
