import { compareMoves } from '../../../src-shared/classes/class-of-day.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { readAllStudents } from '../today/people.ts';
import { memberByRight } from './members.ts';

/**
 * The children of a class today, and since when, as far as somebody has noted that and this person may know: it is as
 * visible as what else changed in a child's data.
 */
export async function classMembers(
  db: DomainReader,
  classId: string,
  today: Day,
): Promise<NonNullable<OperationResult<'groups.ofClass'>>['students']> {
  const moves = await db
    .selectFrom('classMove')
    .select(['studentId', 'toClassId', 'firstDay', 'at'])
    .where('studentId', 'in', (where) =>
      where.selectFrom('student').select('student.id').where('student.classId', '=', classId),
    )
    .execute();
  const last = new Map(moves.sort(compareMoves).map((move) => [move.studentId, move]));
  return (await readAllStudents(db, today, classId)).map((student) => {
    const move = last.get(student.studentId);
    return { ...memberByRight(student), fromDay: move?.toClassId === classId ? move.firstDay : null };
  });
}
