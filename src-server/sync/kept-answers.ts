import { createHash } from 'node:crypto';
import { type RefusalReason, refusalReasons } from '../../src-shared/contract/command.ts';
import { isCommandName } from '../../src-shared/contract/commands.ts';
import type { Answer, Entry } from '../../src-shared/sync/protocol.ts';
import { toInstant } from '../../src-shared/values/day.ts';
import type { ServerWriter } from '../database/schema.ts';
import type { Session } from './session.ts';

/** Where answers are kept: the school, its transaction and revision, and the server's clock. */
interface AnswerPlace {
  readonly db: ServerWriter;
  readonly schoolId: number;
  readonly revision: number;
  readonly nowMs: number;
}

/** An answer given before, and to whom and what. */
export interface KeptAnswer {
  readonly authorId: string;
  readonly argsHash: string;
  readonly answer: FinalAnswer;
}

/** An answer that never changes. */
export type FinalAnswer = Exclude<Answer, { status: 'later' }>;

/** The first answer to an entry, or undefined for one that was never answered. */
export async function findAnswer(place: AnswerPlace, entryId: string): Promise<KeptAnswer | undefined> {
  const row = await place.db
    .selectFrom('syncEntry')
    .select(['authorId', 'argsHash', 'status', 'answer'])
    .where('schoolId', '=', place.schoolId)
    .where('entryId', '=', entryId)
    .executeTakeFirst();
  if (!row) return undefined;
  const kept: unknown = JSON.parse(row.answer);
  const answer: FinalAnswer =
    row.status === 'applied'
      ? { id: entryId, status: 'applied', result: kept }
      : refusal(entryId, refusalReasons.find((reason) => reason === kept) ?? 'internal');
  return { authorId: row.authorId, argsHash: row.argsHash, answer };
}

/** Keeps an answer for ever: whoever repeats the entry is told the same. */
export async function keepAnswer(
  place: AnswerPlace,
  session: Session,
  entry: Entry,
  argsHash: string,
  answer: FinalAnswer,
): Promise<void> {
  await place.db
    .insertInto('syncEntry')
    .values({
      schoolId: place.schoolId,
      entryId: entry.id,
      authorId: session.personId,
      // What is no operation may be anything, also what a database can't hold.
      name: isCommandName(entry.name) ? entry.name : 'unknown',
      argsHash,
      status: answer.status,
      answer: JSON.stringify((answer.status === 'applied' ? answer.result : answer.reason) ?? null),
      revision: place.revision,
      occurredAt: entry.occurredAt,
      receivedAt: toInstant(place.nowMs),
    })
    .execute();
}

/** Whether what an entry depends on has been answered, and how. */
export async function dependencyOf(place: AnswerPlace, entry: Entry): Promise<'ready' | 'refused' | 'later'> {
  if (entry.dependsOn.length === 0) return 'ready';
  const rows = await place.db
    .selectFrom('syncEntry')
    .select(['entryId', 'status'])
    .where('schoolId', '=', place.schoolId)
    .where('entryId', 'in', [...entry.dependsOn])
    .execute();
  if (rows.some((row) => row.status === 'refused')) return 'refused';
  return rows.length === new Set(entry.dependsOn).size ? 'ready' : 'later';
}

/** A refusal as the desk reads it. */
export function refusal(id: string, reason: RefusalReason): Extract<Answer, { status: 'refused' }> {
  return { id, status: 'refused', reason };
}

/**
 * What an entry is bound to: its operation and arguments.
 * @returns undefined for arguments that no database can hold (NUL) or that are nested beyond reason.
 */
export function argumentsHash(entry: Entry): string | undefined {
  try {
    const text = JSON.stringify(entry.args) ?? '';
    if (text.includes('\\u0000') && hasNul(entry.args)) return undefined;
    return createHash('sha256').update(entry.name).update('\0').update(text).digest('base64url');
  } catch {
    return undefined; // nested too deeply to be written
  }
}

/** The text alone can mislead: a backslash before `u0000` may itself be escaped. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || hasNul(inner));
}
