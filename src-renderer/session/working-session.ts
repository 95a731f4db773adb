import type { Session, SessionState } from './session-context.ts';

/**
 * The session if the app can be worked with: signed in, and a first sync has brought every row. Its morning stage
 * alone is not enough: absences come after it, and Heute would count children as present who are reported ill.
 */
export function workingSession(state: SessionState): Session | null {
  return state.person && state.phase === 'ready' ? { ...state, person: state.person } : null;
}
