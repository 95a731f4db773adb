import { z } from 'zod';
import { daySchema } from '../../src-shared/values/day.ts';
import type { ServerKysely, ServerWriter } from '../database/schema.ts';
import type { Cursor, ResumePoint } from './cursor.ts';

const cursorSchema = z.object({ epoch: z.string(), revision: z.number(), hash: z.string() });
const resumeSchema = cursorSchema.extend({ since: daySchema, step: z.number(), lastId: z.string() });

/** True for what a seal of ours contained. */
export function isCursor(value: unknown): value is Cursor {
  return cursorSchema.safeParse(value).success;
}

/** True for a place inside a first pull. */
export function isResumePoint(value: unknown): value is ResumePoint {
  return resumeSchema.safeParse(value).success;
}

/** Where a school stands: its newest revision and what is still remembered. */
export async function schoolHead(db: ServerKysely | ServerWriter, schoolId: number) {
  return db
    .selectFrom('school')
    .select(['revision', 'feedHash', 'oldestRevision', 'timeZone', 'name', 'visibilityDay'])
    .where('id', '=', schoolId)
    .executeTakeFirst();
}

/** What a school's feed knows of a cursor. `tooOld`: nothing, any more. `foreign`: it has another history. */
export type Known = 'known' | 'tooOld' | 'foreign';

/**
 * Whether a cursor lies in this school's own history and what came after it is still remembered. A restored
 * or copied-back database has other hashes, or ends before it (R16, R17).
 */
export async function findInFeed(
  db: ServerKysely,
  schoolId: number,
  cursor: Cursor,
  head: { revision: number; feedHash: string; oldestRevision: number },
): Promise<Known> {
  if (cursor.revision > head.revision) return 'foreign';
  if (cursor.revision < head.oldestRevision) return 'tooOld';
  if (cursor.revision === head.revision) return cursor.hash === head.feedHash ? 'known' : 'foreign';
  const feed = await db
    .selectFrom('feed')
    .select('hash')
    .where('schoolId', '=', schoolId)
    .where('revision', '=', cursor.revision)
    .executeTakeFirst();
  return feed?.hash === cursor.hash ? 'known' : 'foreign';
}
