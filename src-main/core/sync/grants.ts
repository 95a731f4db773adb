import type { Facet } from '../../../src-shared/rights/facets.ts';
import type { Grant } from '../../../src-shared/sync/protocol.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import type { CacheTransaction } from '../database/cache.ts';
import { rebase } from '../outbox/rebase.ts';
import type { RuleAuthor } from '../outbox/run-rule.ts';
import { EVERY_ROOT, purge } from './purge.ts';

type Held = Pick<Grant, 'facet' | 'rootId'>;

/** Takes a grant away with all it gave, unless another grant gives the same. */
export async function endGrant(tx: CacheTransaction, { facet, rootId }: Held): Promise<void> {
  await tx.db.deleteFrom('heldGrant').where('facet', '=', facet).where('rootId', '=', rootId).execute();
  if (rootId !== EVERY_ROOT && (await holds(tx, facet, EVERY_ROOT))) return;
  await purge(tx, facet, rootId, true);
}

/** A grant begins: what the cache holds of it is emptied, its rows follow. */
export async function beginGrant(tx: CacheTransaction, grant: Grant): Promise<void> {
  await purge(tx, grant.facet, grant.rootId, false);
  await holdGrant(tx, grant);
}

/** Notes a grant whose rows are here. */
export async function holdGrant(tx: CacheTransaction, grant: Grant): Promise<void> {
  await tx.db
    .replaceInto('heldGrant')
    .values({ ...grant, expired: 0 })
    .execute();
}

/** Replaces all grants by those that a first pull has brought. */
export async function replaceGrants(tx: CacheTransaction, grants: readonly Grant[]): Promise<void> {
  await tx.db.deleteFrom('heldGrant').execute();
  for (const grant of grants) await holdGrant(tx, grant);
}

/**
 * Takes away what may no longer be held today. The server closes the same rights on its own; this desk does
 * not wait for it, it may be offline for weeks.
 * @returns how many grants ran out
 */
export async function expireGrants(tx: CacheTransaction, author: RuleAuthor, today: Day): Promise<number> {
  const expired = await tx.db
    .selectFrom('heldGrant')
    .select(['facet', 'rootId'])
    .where('untilDay', '<', today)
    .where('expired', '=', 0)
    .execute();
  if (expired.length === 0) return 0;
  await rebase(tx, author, 'all', new Set(), async () => {
    for (const grant of expired) {
      await endGrant(tx, grant);
      // Kept as a mark: if the server does not end it too, this desk's calendar was wrong.
      await tx.db
        .insertInto('heldGrant')
        .values({ ...grant, untilDay: today, expired: 1 })
        .execute();
    }
  });
  return expired.length;
}

/** Whether this desk took something away that the server still believes it holds. */
export async function hasExpiredGrants(tx: CacheTransaction): Promise<boolean> {
  const found = await tx.db
    .selectFrom('heldGrant')
    .select('rootId')
    .where('expired', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function holds(tx: CacheTransaction, facet: Facet, rootId: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('heldGrant')
    .select('rootId')
    .where('facet', '=', facet)
    .where('rootId', '=', rootId)
    .where('expired', '=', 0)
    .executeTakeFirst();
  return found !== undefined;
}
