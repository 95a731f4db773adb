import { type HistoryLine, readChanges } from '../../../src-shared/history/contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { among } from '../today/among.ts';
import { yearMovesOf } from './year-moves.ts';

/**
 * What was changed in a child's data, its contacts and its guardians, the newest first. Only what this cache
 * holds: a history is as visible as what it tells of.
 */
export async function historyOf(
  db: DomainReader,
  studentId: string,
  guardianIds: readonly string[],
): Promise<HistoryLine[]> {
  const columns = ['at', 'actorName', 'kind', 'changes'] as const;
  const own = await db
    .selectFrom('studentEvent')
    .select(columns)
    .where('studentId', '=', studentId)
    .execute();
  const contacts = await db
    .selectFrom('contactEvent')
    .select(columns)
    .where('studentId', '=', studentId)
    .execute();
  const guardians = await db
    .selectFrom('guardianEvent')
    .select(columns)
    .where(among('guardianId', guardianIds))
    .execute();
  const events = [...own, ...contacts, ...guardians].map(({ changes, ...event }) => ({
    ...event,
    changes: readChanges(changes),
  }));
  return [...events, ...(await yearMovesOf(db, studentId))].sort((one, other) =>
    one.at < other.at ? 1 : -1,
  );
}
