import { inTimeZone, toInstant } from '../../src-shared/values/day.ts';
import type { ServerParts } from '../http/parts.ts';

const EVERY_MS = 30_000;
/** Tombstones and feed rows are kept this long; a desk away for longer begins anew. */
const KEEP_MS = 90 * 86_400_000;

/**
 * What has to happen without anybody asking: at the first half minute of a new school day visibility is
 * computed anew (a substitution that ended yesterday ends), and once a day what is too old is forgotten.
 * @returns how to stop it.
 */
export async function keepHouse(parts: ServerParts): Promise<() => void> {
  let running = false;
  const round = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      await beginDays(parts);
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
  for (const school of await parts.db
    .selectFrom('school')
    .select(['id', 'timeZone', 'visibilityDay'])
    .execute()) {
    if (school.visibilityDay === inTimeZone(now, school.timeZone).day) continue;
    await parts.sync.groups.refreshVisibility(school.id);
    await forgetOld(parts, school.id, toInstant(now - KEEP_MS));
  }
}

async function forgetOld(parts: ServerParts, schoolId: number, before: string): Promise<void> {
  await parts.db.transaction().execute(async (db) => {
    const newest = await db
      .selectFrom('feed')
      .select(({ fn }) => fn.max('revision').as('revision'))
      .where('schoolId', '=', schoolId)
      .where('at', '<', before)
      .executeTakeFirst();
    const revision = Number(newest?.revision ?? 0);
    if (revision === 0) return;
    await db
      .updateTable('school')
      .set({ oldestRevision: revision })
      .where('id', '=', schoolId)
      .where('oldestRevision', '<', revision)
      .execute();
    await db.deleteFrom('feed').where('schoolId', '=', schoolId).where('revision', '<', revision).execute();
    await db
      .deleteFrom('tombstone')
      .where('schoolId', '=', schoolId)
      .where('revision', '<=', revision)
      .execute();
    await db
      .deleteFrom('visibility')
      .where('schoolId', '=', schoolId)
      .where('untilRevision', '<=', revision)
      .execute();
  });
  await parts.db.deleteFrom('session').where('expiresAt', '<', toInstant(parts.clock.nowMs())).execute();
  await parts.db.deleteFrom('delegation').where('expiresAt', '<', toInstant(parts.clock.nowMs())).execute();
}
