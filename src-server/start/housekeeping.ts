import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import type { ServerParts } from '../http/parts.ts';
import type { Session } from '../sync/session.ts';
import { extendHolidays } from './extend-holidays.ts';
import { forgetOld } from './forget-old.ts';

const EVERY_MS = 30_000;

/**
 * What has to happen without anybody asking: at the first half minute of a new school day visibility is
 * computed anew (a substitution that ended yesterday ends), once a day what is too old is forgotten and the calendar
 * gets the public holidays of a year that has come nearer, and streams of people who may not listen any more are ended.
 * @returns how to stop it.
 */
export async function keepHouse(parts: ServerParts): Promise<() => void> {
  const swept = new Map<number, string>();
  let running = false;
  const round = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      await beginDays(parts);
      await sweep(parts, swept);
      await endStaleStreams(parts);
    } catch {
      // The database is away; the next round tries again. Requests report it meanwhile.
    } finally {
      running = false;
    }
  };
  await round();
  const timer = setInterval(() => void round(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Brings each school whose day has turned to the new day. */
export async function beginDays(parts: ServerParts): Promise<void> {
  const now = parts.clock.nowMs();
  const schools = parts.db.selectFrom('school').select(['id', 'timeZone', 'visibilityDay']);
  for (const school of await schools.execute()) {
    if (school.visibilityDay === inTimeZone(now, school.timeZone).day) continue;
    await parts.sync.groups.refreshVisibility(school.id);
  }
}

/** Forgets and looks ahead once a day per school; `swept` remembers the day of the last time. */
async function sweep(parts: ServerParts, swept: Map<number, string>): Promise<void> {
  const today = toInstant(parts.clock.nowMs()).slice(0, 10);
  for (const { id } of await parts.db.selectFrom('school').select('id').execute()) {
    if (swept.get(id) === today) continue;
    await forgetOld(parts, id);
    await extendHolidays(parts, id);
    swept.set(id, today);
  }
}

/** Ends the streams of sessions that have ended, of locked accounts and of revoked devices (S11). */
export async function endStaleStreams(parts: ServerParts): Promise<void> {
  const asked = new Map<string, Session>();
  for (const session of parts.sync.streams.sessions())
    asked.set(`${session.accountId} ${session.deviceId} ${session.role}`, session);
  for (const stale of asked.values()) {
    if (await parts.sessions.isGood(stale)) continue;
    parts.sync.streams.signOut(
      ({ accountId, deviceId, role }) =>
        accountId === stale.accountId && deviceId === stale.deviceId && role === stale.role,
    );
  }
}
