import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { OperationArgs, OperationResult, QueryName } from '../../src-shared/contract/staff-contract.ts';
import type { Ask } from './ask.ts';
import { useClient } from './client.tsx';
import type { QuerySnapshot, Question } from './query-cache.ts';
import { readsOf } from './query-reads.ts';

const NOT_ASKED: QuerySnapshot<never> = { data: undefined, failure: null, fetching: false };

/** A query as the cache of answers keeps it. */
export function questionOf<N extends QueryName>(ask: Ask, name: N, args: OperationArgs<N>): Question {
  return { key: `${name} ${JSON.stringify(args)}`, reads: readsOf(name), fetch: () => ask(name, args) };
}

/**
 * The newest answer to a query, kept fresh while the component is shown.
 * @param args null asks nothing (something the question needs is not known yet)
 */
export function useQuery<N extends QueryName>(
  name: N,
  args: OperationArgs<N> | null,
): QuerySnapshot<OperationResult<N>> {
  const { ask, cache } = useClient();
  const asked = args === null ? null : JSON.stringify(args);
  const question = useMemo<Question | null>(() => {
    if (asked === null) return null;
    // The text was made from these very arguments; it is the stable form of them.
    return questionOf(ask, name, JSON.parse(asked) as OperationArgs<N>);
  }, [ask, name, asked]);
  const subscribe = useCallback(
    (listener: () => void) => (question ? cache.watch(question, listener) : () => {}),
    [cache, question],
  );
  const snapshot = useCallback(
    () => (question ? cache.snapshot(question.key) : NOT_ASKED),
    [cache, question],
  );
  // What is kept under a query's key was answered to that very query.
  return useSyncExternalStore(subscribe, snapshot, snapshot) as QuerySnapshot<OperationResult<N>>;
}
