import type { CoreContext, WorkingDraftStore } from '../../src-main/core/dispatch/context.ts';
import type { Clock, LogDetails } from '../../src-main/core/environment.ts';
import { createStudentIndex } from '../../src-main/core/search/student-index.ts';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { Actor } from '../../src-shared/contract/command.ts';
import type { StaffRole } from '../../src-shared/rights/roles.ts';
import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import { anOffice, at, BERLIN } from './builders/school.ts';
import type { TestCache } from './cache.ts';

/** A clock that stands still until a test moves it; timers fire in order while it moves. */
export interface TestClock extends Clock {
  /** Moves on and fires what is due, then lets promises settle. */
  advance(ms: number): Promise<void>;
  /** How many timers wait. */
  waiting(): number;
}

/** Starts a clock at an instant. */
export function aClock(start: string): TestClock {
  let nowMs = Date.parse(start);
  const timers = new Set<{ due: number; callback: () => void }>();
  const nextDue = (until: number) =>
    [...timers].filter((timer) => timer.due <= until).sort((left, right) => left.due - right.due)[0];
  return {
    nowMs: () => nowMs,
    after(ms, callback) {
      const timer = { due: nowMs + ms, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    waiting: () => timers.size,
    async advance(ms) {
      const until = nowMs + ms;
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        nowMs = Math.max(nowMs, timer.due);
        timer.callback();
      }
      nowMs = until;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** A context over a test's cache, with what it told the windows and the log. */
export interface TestContext extends CoreContext {
  readonly clock: TestClock;
  readonly told: string[];
  readonly logged: { event: string; details: LogDetails | undefined }[];
}

/** What handlers work with, over a test's cache: on a Monday at 08:14, the office signed in. */
export function aContext(
  cache: TestCache,
  fields: { actor?: Actor & { role: StaffRole }; start?: string; downtimeFolder?: string | null } = {},
): TestContext {
  const { start = at('08:14'), downtimeFolder = null } = fields;
  const actor = fields.actor ?? { ...anOffice(), role: 'schoolOffice' as const };
  const clock = aClock(start);
  const told: string[] = [];
  const logged: TestContext['logged'] = [];
  const log = (event: string, details?: LogDetails) => void logged.push({ event, details });
  const { id, role } = actor;
  return {
    reader: cache.db as CoreContext['reader'], // the handlers under test read synced tables only
    search: createStudentIndex(),
    session: () => ({
      person: { id, role, givenName: 'Nermin', familyName: 'Yıldız', userName: 'yildiz' },
      school: { id: '1', name: 'Schule', timeZone: BERLIN },
    }),
    clock,
    schoolTime: () => inTimeZone(clock.nowMs(), BERLIN),
    now: () => toInstant(clock.nowMs()),
    workingDraft: aDraftStore(),
    downtimeFolder,
    changed: (topic) => void told.push(topic),
    log: { info: log, warn: log },
    told,
    logged,
  };
}

function aDraftStore(): WorkingDraftStore {
  let kept: { callId: string | null; draft: CallDraft | null } = { callId: null, draft: null };
  return {
    read: async () => kept,
    keep: async (callId, draft) => {
      kept = { callId, draft };
    },
  };
}
