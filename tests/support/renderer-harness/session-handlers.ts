import type { Handlers } from './handlers.ts';
import { idOf, personOf } from './people.ts';
import { changed } from './state.ts';

/** Signing in (every password but `falsch` is right), locking, and the sync line. */
export const sessionHandlers: Handlers = {
  'session.state': ({ session }) => session,
  'session.signIn': (state, { userName, password }) => {
    if (password === 'falsch') return { status: 'refused', reason: 'wrongPassword' };
    const profile = state.session.profiles.find((known) => known.userName === userName);
    Object.assign(state.session, { phase: 'ready', person: personOf(profile?.role ?? state.scene.role) });
    changed(state, 'session');
    return { status: 'signedIn' };
  },
  'session.lock': (state) => {
    Object.assign(state.session, { phase: 'locked' });
    changed(state, 'session');
    return {};
  },
  'settings.current': () => ({
    ...{ schoolName: 'Grundschule am Lindenbach', stateCode: 'DE-NI', lessonTimes: [] },
    ...{ lessonsStart: '08:00', reportCutoff: '08:00', rollCallLimit: '08:20', idleLockMinutes: 5 },
    ...{ certificateFromDay: 4, writtenExcuseWithinDays: 3, leaveLimitDays: 2, importUndoDays: 30 },
  }),
  'sync.state': ({ sync }) => sync,
  'sync.entries': ({ entries }) => entries,
  'sync.dismiss': (state, { entryId }) => {
    const { attention } = state.entries;
    attention.splice(
      attention.findIndex((entry) => entry.entryId === entryId),
      1,
    );
    Object.assign(state.sync, { attention: attention.length });
    changed(state, 'outbox', 'syncState');
    return {};
  },
  // What the server had not sent yet: one more child is missing.
  'sync.now': (state) => {
    const [open] = state.today.openCases;
    if (open) state.today.openCases.push({ ...open, studentId: idOf(999), attempts: [] });
    Object.assign(state.today, { unexplained: state.today.unexplained + 1 });
    changed(state, 'rollCallMark');
    return {};
  },
};
