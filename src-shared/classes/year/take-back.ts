import { type Change, put, remove } from '../../contract/command.ts';
import { readRule } from '../../groups/rule.ts';
import { type RowPair, readPairs, takeBackPairs } from '../../history/row-pairs.ts';
import { rowsAmong } from '../../roster/rows-among.ts';
import type { DomainReader, Row } from '../../tables/registry.ts';
import { addDays } from '../../values/day.ts';

/** What somebody has done in the new classes since, so that the old ones cannot come back. */
export type YearHolds = 'rollCallSince' | 'studentsMovedSince' | 'classesChangedSince';

/** The changes that take a change of the school year back as a whole, or what stands against it. */
export async function takeBackYear(
  db: DomainReader,
  change: Row<'schoolYearChange'>,
): Promise<Change[] | YearHolds> {
  const pairs = readPairs(change.rows);
  const classIds = begun(pairs, 'schoolClass');
  const called = [
    ...(await rowsAmong(db, 'rollCall', 'classId', classIds)),
    ...(await rowsAmong(db, 'rollCallMark', 'classId', classIds)),
  ];
  if (called.length > 0) return 'rollCallSince';
  const children = await takeBackChildren(db, change, classIds);
  if (!children) return 'studentsMovedSince';
  const rest = (await isBuiltOn(db, pairs, classIds)) ? null : await takeBackPairs(db, pairs);
  return rest ? [...rest, ...children] : 'classesChangedSince';
}

function begun(pairs: readonly RowPair[], table: RowPair['table']): Set<string> {
  return new Set(pairs.filter((pair) => pair.table === table && pair.before === null).map(({ id }) => id));
}

/** The children back in their old classes; null when one came, went or moved since. */
async function takeBackChildren(
  db: DomainReader,
  { id, firstDay }: Row<'schoolYearChange'>,
  classIds: ReadonlySet<string>,
): Promise<Change[] | null> {
  const moves = await rowsAmong(db, 'classMove', 'changeId', [id]);
  const studentIds = moves.map((move) => move.studentId);
  const all = await rowsAmong(db, 'classMove', 'studentId', studentIds);
  const moved = new Map(moves.map((move) => [move.studentId, move]));
  if (all.some((move) => move.changeId !== id && move.at > (moved.get(move.studentId)?.at ?? '')))
    return null;
  const inNew = await rowsAmong(db, 'student', 'classId', classIds);
  if (inNew.some((student) => !moved.has(student.id))) return null;
  const students = await rowsAmong(db, 'student', 'id', studentIds);
  const changes: Change[] = [];
  for (const student of students) {
    const move = moved.get(student.id);
    if (!move) continue;
    const leaves = move.toClassId === null;
    const isAsMoved = leaves
      ? student.classId === move.fromClassId && student.leftOn === addDays(firstDay, -1)
      : student.classId === move.toClassId;
    if (!isAsMoved) return null;
    changes.push(
      put(
        'student',
        leaves ? { ...student, leftOn: move.leftOnBefore } : { ...student, classId: move.fromClassId },
      ),
      remove('classMove', move.id, student.id),
    );
  }
  return changes;
}

/** True when somebody else is responsible for a new class, or a group names one, that the change did not write. */
async function isBuiltOn(
  db: DomainReader,
  pairs: readonly RowPair[],
  classIds: ReadonlySet<string>,
): Promise<boolean> {
  const written = new Set(pairs.map(({ id }) => id));
  const assignments = await rowsAmong(db, 'classAssignment', 'classId', classIds);
  const groups = await db
    .selectFrom('schoolGroup')
    .select(['id', 'rule'])
    .where('rule', 'is not', null)
    .execute();
  const naming = groups.filter(({ rule }) => readRule(rule)?.classIds?.some((id) => classIds.has(id)));
  return [...assignments, ...naming].some(({ id }) => !written.has(id));
}
