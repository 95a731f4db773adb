import type { Kysely } from 'kysely';
import { z } from 'zod';
import { staffRoles } from '../../../src-shared/rights/roles.ts';
import type { CacheReader } from '../dispatch/context.ts';
import type { CacheTables } from './cache-tables.ts';

/** Single facts a cache keeps about itself. Absent ones are null. */
const metaSchemas = {
  /** Place in the school's history up to which the rows here are complete; null before the first pull has ended. */
  cursor: z.string(),
  /** Where an interrupted first pull goes on. */
  resume: z.string(),
  /** How far the first pull has come. */
  /** `whole`: all rows of an earlier pull are still there, and are replaced under the person's hands. */
  firstPull: z.object({
    done: z.number(),
    total: z.number(),
    morningReady: z.boolean(),
    whole: z.boolean().default(false),
  }),
  /** A cache that had rows already is being filled anew: rows that do not come again go at the end. */
  refilling: z.literal(true),
  /** The server may be an older copy of itself: what it had confirmed is still to be sent again. */
  resend: z.literal(true),
  lastSyncAt: z.string(),
  /** The latest day this desk has worked on; turning its clock back does not prolong a right. */
  latestDay: z.string(),
  /** The day on which rights that had run out by this desk's calendar made it pull everything anew. */
  expiryCheckedOn: z.string(),
  token: z.object({ value: z.string(), expiresAt: z.string() }),
  delegation: z.string(),
  person: z.object({
    id: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    role: z.enum(staffRoles),
    userName: z.string(),
  }),
  school: z.object({ id: z.string(), name: z.string(), timeZone: z.string() }),
  /** What became of unsent entries when the cache had to be made anew. */
  rescue: z.object({
    rescued: z.number(),
    listed: z.array(z.object({ name: z.string(), occurredAt: z.string() })),
  }),
} as const;

type MetaSchemas = typeof metaSchemas;
export type MetaKey = keyof MetaSchemas;
export type MetaValue<K extends MetaKey> = z.output<MetaSchemas[K]>;

/** Reads a fact; null when it is not there (or was written by something that is no longer understood). */
export async function readMeta<K extends MetaKey>(
  db: CacheReader | Kysely<CacheTables>,
  key: K,
): Promise<MetaValue<K> | null> {
  const stored = await (db as CacheReader) // both can select
    .selectFrom('cacheMeta')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  if (!stored) return null;
  const parsed = metaSchemas[key].safeParse(JSON.parse(stored.value));
  // The schema of this very key has accepted the value.
  return parsed.success ? (parsed.data as MetaValue<K>) : null;
}

/** Writes a fact, or removes it with null. */
export async function writeMeta<K extends MetaKey>(
  db: Kysely<CacheTables>,
  key: K,
  value: MetaValue<K> | null,
): Promise<void> {
  if (value === null) {
    await db.deleteFrom('cacheMeta').where('key', '=', key).execute();
    return;
  }
  await db
    .replaceInto('cacheMeta')
    .values({ key, value: JSON.stringify(value) })
    .execute();
}
