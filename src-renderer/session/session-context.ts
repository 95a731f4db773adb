import { createContext, use } from 'react';
import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

export type SessionState = OperationResult<'session.state'>;
type Person = NonNullable<SessionState['person']>;

/** The session once somebody works here. */
export interface Session extends SessionState {
  readonly person: Person;
}

export const SessionContext = createContext<Session | null>(null);

/** Who works at this desk, for which school and day. Only below the session's gate. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is for screens of a signed-in person');
  return session;
}
