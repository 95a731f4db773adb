import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerWriter } from '../database/schema.ts';
import type { ServerParts } from '../http/parts.ts';
import { outdatedImports } from '../sync/forget-imports.ts';

/** Tombstones and feed rows are kept this long; a desk away for longer begins anew. */
const KEEP_MS = 90 * 86_400_000;

/**
 * Forgets what no desk can ask for any more (old feed rows and tombstones, ended intervals, expired sessions), and
 * what the school need not keep: how things were before an import that can't be taken back any more.
 */
export async function forgetOld(parts: ServerParts, schoolId: number): Promise<void> {
  const now = parts.clock.nowMs();
  const before = toInstant(now - KEEP_MS);
  await forgetImports(parts, schoolId);
  await parts.db.transaction().execute((db) => forgetFeed(db, schoolId, before));
  for (const table of ['session', 'delegation'] as const)
    await parts.db.deleteFrom(table).where('expiresAt', '<', toInstant(now)).execute();
  await parts.db.deleteFrom('signInFailure').where('lastAt', '<', before).execute();
}

/** Little by little: between two commits the desks get their turn. */
async function forgetImports(parts: ServerParts, schoolId: number): Promise<void> {
  while ((await parts.sync.groups.forget(schoolId, outdatedImports)) > 0);
}

async function forgetFeed(db: ServerWriter, schoolId: number, before: string): Promise<void> {
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
}
