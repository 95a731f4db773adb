import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { sessionOperations } from '../../../src-shared/session/contract.ts';
import { inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import { readMeta } from '../database/cache-meta.ts';
import type { FeatureHandlers } from '../dispatch/context.ts';
import type { Reachability } from '../sync/reachability.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionManager } from './session-manager.ts';

type SessionState = OperationResult<'session.state'>;

/** Before anybody has signed in, the desk's clock is shown in the time of most of our schools. */
const USUAL_TIME_ZONE = 'Europe/Berlin';

/** The operations that work without an open cache. */
export function sessionHandlers(
  manager: SessionManager,
  reach: Pick<Reachability, 'now' | 'schools'>,
): FeatureHandlers<typeof sessionOperations> {
  return {
    'session.state': () => sessionState(manager, reach),
    'session.signIn': (typed) => manager.signIn(typed),
    'session.changePassword': ({ password, newPassword }) => manager.changePassword(password, newPassword),
    'session.lock': async () => {
      await manager.lock();
      return {};
    },
  };
}

async function sessionState(
  manager: SessionManager,
  reach: Pick<Reachability, 'now' | 'schools'>,
): Promise<SessionState> {
  const { device, environment, lockedBy, open, repairing } = manager;
  const nowMs = environment.clock.nowMs();
  const shown = open?.workspace.signedIn ?? repairing ?? lockedBy;
  const school = shown?.school ?? device.profiles[0]?.school;
  const timeZone = school?.timeZone ?? USUAL_TIME_ZONE;
  return {
    ...(open ? await openState(open) : closedState(manager)),
    person: shown?.person ?? null,
    school: school ? { name: school.name } : null,
    profiles: device.profiles
      .filter((profile) => profile.key !== null)
      .map(({ person: { userName, givenName, familyName, role } }) => ({
        userName,
        givenName,
        familyName,
        role,
      })),
    server: {
      url: environment.server.url,
      reachable: reach.now() === 'reachable',
      trusted: reach.now() !== 'untrusted',
      schools: device.profiles.length === 0 ? reach.schools().map(({ key, name }) => ({ key, name })) : [],
    },
    today: inTimeZone(nowMs, timeZone).day,
    now: toInstant(nowMs),
    timeZone,
  };
}

/** While a cache is being made anew, the person stays and everything comes once more. */
function closedState({
  repairing,
  lockedBy,
}: SessionManager): Pick<SessionState, 'phase' | 'firstSync' | 'rescue'> {
  const beginning = { done: 0, total: 0, morningReady: false };
  if (repairing) return { phase: 'firstSync', firstSync: beginning, rescue: null };
  return { phase: lockedBy ? 'locked' : 'signedOut', firstSync: null, rescue: null };
}

async function openState({
  workspace,
}: OpenSession): Promise<Pick<SessionState, 'phase' | 'firstSync' | 'rescue'>> {
  const { reader } = workspace.cache;
  const cursor = await readMeta(reader, 'cursor');
  const refilling = await readMeta(reader, 'refilling');
  const progress = (await readMeta(reader, 'firstPull')) ?? {
    done: 0,
    total: 0,
    morningReady: refilling === true,
    whole: refilling === true,
  };
  // A cache that is filled anew under somebody's hands is no first sync: all its rows are still there.
  const isFirst = cursor === null && !progress.whole;
  const { done, total, morningReady } = progress;
  return {
    phase: isFirst ? 'firstSync' : 'ready',
    firstSync: isFirst ? { done, total, morningReady } : null,
    rescue: await readMeta(reader, 'rescue'),
  };
}
