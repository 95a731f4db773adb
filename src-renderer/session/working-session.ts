import type { StaffRole } from '../../src-shared/rights/roles.ts';
import type { Session, SessionState } from './session-context.ts';

/** Whose Heute is true with the morning's rows alone. The head's has weeks of absences, an administrator's none. */
const beginWithTheMorning: readonly StaffRole[] = ['schoolOffice', 'teacher'];

/** The session if the app can be worked with: signed in, and what the person's Heute shows is there. */
export function workingSession(state: SessionState): Session | null {
  const { person } = state;
  if (!person) return null;
  const morning = state.firstSync?.morningReady === true && beginWithTheMorning.includes(person.role);
  return state.phase === 'ready' || morning ? { ...state, person } : null;
}
