import { type ReactNode, useEffect, useLayoutEffect } from 'react';
import { useClient } from '../client/client.tsx';
import { failureSentence } from '../client/failure-sentence.ts';
import { useQuery } from '../client/use-query.ts';
import { setClock } from './clock.ts';
import { Entrance } from './Entrance.tsx';
import { FirstSyncScreen } from './FirstSyncScreen.tsx';
import { SignInScreen } from './SignInScreen.tsx';
import { SessionContext } from './session-context.ts';
import { workingSession } from './working-session.ts';

const SESSION_KEY = 'session.state';

/** Lets in who has signed in; everybody else sees the entrance. Answers for one person are never shown to the next. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { cache } = useClient();
  const { data: state, failure } = useQuery('session.state', {});
  const now = state?.now;
  useLayoutEffect(() => {
    if (now) setClock(now);
  }, [now]);
  const session = state ? workingSession(state) : null;
  const personId = session?.person.id ?? null;
  useEffect(() => {
    if (personId === null) return;
    return () => cache.forget((key) => key.startsWith(SESSION_KEY));
  }, [cache, personId]);

  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  if (!state) return <Entrance>{failure ? <p role="alert">{failureSentence(failure)}</p> : null}</Entrance>;
  if (state.phase === 'firstSync') return <FirstSyncScreen state={state} />;
  return <SignInScreen state={state} />;
}
