import type { Handlers } from './handlers.ts';
import { classmates, idOf } from './people.ts';

/** The search over one class; enough for the search box and the phone desk to show something. */
export const deskHandlers: Handlers = {
  'desk.searchStudents': (state, { query, limit }) => {
    const wanted = query.toLowerCase();
    const hits = classmates.flatMap(([givenName, familyName], index) =>
      `${givenName} ${familyName} 3b`.toLowerCase().includes(wanted)
        ? [hit(givenName, familyName, index)]
        : [],
    );
    // One child of another class, whom a teacher can only see.
    const other = { ...hit('Zoe', 'Fremd', 90), className: '1a', own: state.scene.role !== 'teacher' };
    const all = 'zoe fremd 1a'.includes(wanted) ? [...hits, other] : hits;
    return { hits: all.slice(0, limit) };
  },
  'desk.parkedCalls': () => ({ calls: [] }),
  'desk.workingDraft': () => ({ callId: null, draft: null }),
  'desk.keepDraft': () => ({}),
};

function hit(givenName: string, familyName: string, index: number) {
  return {
    studentId: idOf(101 + index),
    givenName,
    familyName,
    className: '3b',
    birthDate: '2016-05-14',
    guardians: [{ guardianId: idOf(3000 + index), name: `Kim ${familyName}` }],
    matchedBy: 'name' as const,
    ranges: { familyName: [], givenName: [], guardian: [], guardianId: null },
    alreadyReported: null,
    certificateDuty: index === 16,
    own: true,
    absentOnSchoolDayBefore: false,
  };
}
