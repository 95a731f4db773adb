import { z } from 'zod';
import type { ServerKysely, ServerWriter } from '../database/schema.ts';
import type { Cursor, ResumePoint } from './cursor.ts';

const cursorSchema = z.object({ epoch: z.string(), revision: z.number(), hash: z.string() });
const resumeSchema = cursorSchema.extend({ table: z.number(), lastId: z.string() });

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
