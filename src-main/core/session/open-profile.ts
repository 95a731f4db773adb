import { existsSync, statSync } from 'node:fs';
import { inTimeZone, toInstant } from '../../../src-shared/values/day.ts';
import { type Cache, openCache } from '../database/cache.ts';
import { writeMeta } from '../database/cache-meta.ts';
import type { DatabaseFile } from '../database/open-database.ts';
import { isDamage } from '../database/sqlite-faults.ts';
import type { SignedIn } from '../dispatch/context.ts';
import type { CoreEnvironment } from '../environment.ts';
import type { DeviceFile, Profile } from './device-file.ts';
import type { Postbox } from './postbox.ts';
import { putRescue, readRescue, setAside } from './rescue.ts';
import type { SignedInAnswer } from './server-contact.ts';

/** What opening a profile's cache needs. */
export interface ProfileTools {
  readonly environment: CoreEnvironment;
  readonly device: DeviceFile;
  readonly postbox: Postbox;
}

/**
 * Opens a person's cache. A damaged or lost one is set aside and made anew (R14): what it held of the school
 * comes back from the server, what had not been sent is rescued from the file or, failing that, delivered
 * from its sealed copies.
 */
export async function openProfileCache(
  tools: ProfileTools,
  profile: Profile,
  key: Uint8Array,
): Promise<Cache> {
  const file = { path: tools.device.cachePath(profile), key };
  try {
    if (profile.cacheMade && isLost(file.path)) throw new LostCache();
    const cache = await openCache(file);
    if (!profile.cacheMade) await tools.device.keepProfile({ ...profile, cacheMade: true });
    return cache;
  } catch (error) {
    if (!isDamage(error) && !(error instanceof LostCache)) throw error;
    return remakeCache(tools, profile, file);
  }
}

/** Sets a cache aside that can't be trusted any more and begins a new one with what could be rescued. */
export async function remakeCache(tools: ProfileTools, profile: Profile, file: DatabaseFile): Promise<Cache> {
  const { environment, device, postbox } = tools;
  const rescued = readRescue(file);
  await setAside(file.path, `damaged-${environment.clock.nowMs()}`);
  const cache = await openCache(file);
  const fromFile = new Set(rescued.outbox.map((row) => String(row.id)));
  const sealedOnly = [...postbox.idsOf(profile.id)].filter((id) => !fromFile.has(id));
  await cache.write(async (tx) => {
    await putRescue(tx, rescued);
    await writeMeta(tx.db, 'resend', true);
    await writeMeta(tx.db, 'rescue', { rescued: fromFile.size + sealedOnly.length, listed: [] });
  });
  postbox.markOrphans(sealedOnly);
  await device.keepProfile({ ...profile, cacheMade: true });
  environment.log.warn('cache.remade', { fromFile: fromFile.size, sealed: sealedOnly.length });
  return cache;
}

/**
 * A cache whose key is gone for good (another password, a new key ring) is set aside; its unsent entries are
 * delivered from their sealed copies.
 * @returns how many those are
 */
export async function abandonCache(tools: ProfileTools, profile: Profile): Promise<number> {
  const sealed = tools.postbox.idsOf(profile.id);
  tools.postbox.markOrphans(sealed);
  await setAside(tools.device.cachePath(profile), `closed-${tools.environment.clock.nowMs()}`);
  return sealed.size;
}

/** Notes in the cache whose it is, and the day on which the server let them in. */
export async function keepWhoSignedIn(
  cache: Cache,
  { person, school }: SignedIn,
  answer: SignedInAnswer | undefined,
): Promise<void> {
  await cache.write(async (tx) => {
    await writeMeta(tx.db, 'person', person);
    await writeMeta(tx.db, 'school', school);
    if (!answer) return;
    const { day } = inTimeZone(Date.parse(answer.serverTime), school.timeZone);
    await writeMeta(tx.db, 'latestDay', day);
  });
}

/** A file that was made and is missing or empty has been lost: SQLite would take it for a new one. */
function isLost(path: string): boolean {
  return !existsSync(path) || statSync(path).size === 0;
}

class LostCache extends Error {}

/** When a token made now would end; only to compare with what the server said. */
export function isOver(expiresAt: string, nowMs: number): boolean {
  return expiresAt <= toInstant(nowMs);
}
