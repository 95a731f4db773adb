import type { Session, SessionState } from './session-context.ts';

/** The session if the app can be worked with: signed in, and at least this morning's data are there. */
export function workingSession(state: SessionState): Session | null {
  if (!state.person) return null;
  const ready = state.phase === 'ready' || (state.phase === 'firstSync' && state.firstSync?.morningReady);
  return ready ? { ...state, person: state.person } : null;
}
