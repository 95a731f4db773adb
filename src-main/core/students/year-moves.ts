import type { HistoryLine } from '../../../src-shared/history/contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';

/** A child's changes of the school year as lines of its history: no event of its own tells of them. */
export async function yearMovesOf(db: DomainReader, studentId: string): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('classMove')
    .innerJoin('schoolYearChange', 'schoolYearChange.id', 'classMove.changeId')
    .leftJoin('schoolClass as old', 'old.id', 'classMove.fromClassId')
    .leftJoin('schoolClass as next', 'next.id', 'classMove.toClassId')
    .select(['schoolYearChange.at', 'schoolYearChange.actorName'])
    .select(['old.name as from', 'next.name as to', 'classMove.toClassId'])
    .where('classMove.studentId', '=', studentId)
    .execute();
  return rows.map(({ at, actorName, from, to, toClassId }) => ({
    ...{ at, actorName, kind: toClassId === null ? 'graduated' : 'movedUp' },
    changes: [{ field: 'class', from, to }],
  }));
}
