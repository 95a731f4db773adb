import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, AccountOperation, AccountRefusal } from '../../src-shared/accounts/contract.ts';
import type { OperationArgs, OperationResult } from '../../src-shared/contract/staff-contract.ts';
import type { Failure } from '../client/answer.ts';
import { useClient } from '../client/client.tsx';
import { failureSentence } from '../client/failure-sentence.ts';

type Change = Exclude<AccountOperation, 'accounts.list'>;
type Changed<N extends Change> = Exclude<OperationResult<N>, { status: 'refused' }>;

/** What a change came to: its result, or the sentence why not. */
export type Outcome<N extends Change> = { readonly done: Changed<N> } | { readonly problem: string };

/** The school's accounts as the server has them now: nothing of them is kept at this desk. */
export interface Accounts {
  /** Undefined while they are asked for. */
  readonly list: readonly Account[] | undefined;
  /** Why they can't be had. */
  readonly problem: string | null;
  readonly reload: () => void;
  /** Changes something; afterwards the list is asked for anew. */
  readonly change: <N extends Change>(name: N, args: OperationArgs<N>) => Promise<Outcome<N>>;
}

/** Asks for the accounts when it is first shown, and after each change. */
export function useAccounts(): Accounts {
  const { t } = useTranslation('accounts');
  const { ask } = useClient();
  const [list, setList] = useState<readonly Account[]>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const reload = useCallback(async () => {
    const answer = await ask('accounts.list', {});
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setList(answer.result.accounts);
  }, [ask]);
  useEffect(() => void reload(), [reload]);
  const change: Accounts['change'] = async (name, args) => {
    const answer = await ask(name, args);
    if (!answer.ok) return { problem: failureSentence(answer.failure) };
    // Every result of a change is a refusal or what was done; the union over all of them says less.
    const result = answer.result as { status: 'refused'; reason: AccountRefusal } | Changed<typeof name>;
    if (result.status === 'refused') return { problem: t(`refusals.${result.reason}`) };
    await reload();
    return { done: result as Changed<typeof name> };
  };
  return {
    list,
    problem: failure ? failureSentence(failure) : null,
    reload: () => void reload(),
    change,
  };
}
