import { useCallback } from 'react';
import type {
  ActionName,
  OperationArgs,
  OperationOf,
  OperationResult,
} from '../../src-shared/contract/staff-contract.ts';
import { sayFailure } from '../components/notices.ts';
import type { Answer } from './answer.ts';
import { useClient } from './client.tsx';

/**
 * A function that carries out a command or an action. A failure is said in a sentence at once; the caller
 * still gets it, to keep what was typed.
 */
export function useCommand<N extends OperationOf<'command'> | ActionName>(
  name: N,
): (args: OperationArgs<N>) => Promise<Answer<OperationResult<N>>> {
  const { ask } = useClient();
  return useCallback(
    async (args) => {
      const answer = await ask(name, args);
      if (!answer.ok) sayFailure(answer.failure);
      return answer;
    },
    [ask, name],
  );
}
