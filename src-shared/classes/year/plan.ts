import { type Change, create, put, type RuleContext } from '../../contract/command.ts';
import { readRule } from '../../groups/rule.ts';
import { RecordedChanges } from '../../history/recorded-changes.ts';
import type { RowPair } from '../../history/row-pairs.ts';
import { rowsAmong } from '../../roster/rows-among.ts';
import { lastsOn } from '../../school/last-day.ts';
import type { Row } from '../../tables/registry.ts';
import { addDays, type Day } from '../../values/day.ts';
import { compareMoves } from '../class-of-day.ts';

type NewClass = Pick<Row<'schoolClass'>, 'name' | 'gradeLevel'> & { readonly classId: string };

/** What is wanted of a change of the school year. */
export interface YearWish {
  readonly changeId: string;
  readonly firstDay: Day;
  readonly schoolYear: string;
  readonly classes: readonly NewClass[];
  /** Null: the class leaves the school. */
  readonly moves: readonly { readonly fromClassId: string; readonly toClassId: string | null }[];
  readonly apart: readonly { readonly studentId: string; readonly toClassId: string | null }[];
}

/** What a change writes, and how it was before; children are kept by their moves instead. */
interface YearPlan {
  readonly changes: readonly Change[];
  readonly pairs: readonly RowPair[];
}

/**
 * All rows of a change of the school year, or null when a child that goes another way is in none of the classes.
 * @param from the classes that end
 */
export async function planYear(
  context: RuleContext,
  wish: YearWish,
  from: readonly Row<'schoolClass'>[],
): Promise<YearPlan | null> {
  const plan = new RecordedChanges(context);
  const successor = new Map(wish.moves.map((move) => [move.fromClassId, move.toClassId]));
  for (const one of byId(from))
    plan.write('schoolClass', one, { ...one, endedOn: addDays(wish.firstDay, -1) });
  for (const { classId: id, name, gradeLevel } of wish.classes)
    plan.write('schoolClass', null, { id, name, gradeLevel, schoolYear: wish.schoolYear, endedOn: null });
  await carryAssignments(context, wish, successor, plan);
  await carryRules(context, wish, successor, plan);
  const children = await moveChildren(context, wish, successor, plan);
  return children && { changes: [...plan.changes, ...children], pairs: plan.pairs };
}

type Successors = ReadonlyMap<string, string | null>;

/** Who is responsible for a class stays it for the class that follows; for a class that leaves it ends. */
async function carryAssignments(
  { db }: RuleContext,
  { firstDay }: YearWish,
  successor: Successors,
  plan: RecordedChanges,
): Promise<void> {
  const rows = await rowsAmong(db, 'classAssignment', 'classId', successor.keys());
  const carried = new Set<string>();
  for (const row of byId(rows).filter(({ untilDay }) => lastsOn(untilDay, firstDay))) {
    if (row.fromDay >= firstDay) plan.drop('classAssignment', row);
    else plan.write('classAssignment', row, { ...row, untilDay: addDays(firstDay, -1) });
    const classId = successor.get(row.classId);
    if (!classId) continue;
    const fromDay = row.fromDay > firstDay ? row.fromDay : firstDay;
    // Two classes become one: somebody who was responsible for both is once.
    const key = [classId, row.staffId, row.kind, row.kind === 'substitute' && row.untilDay].join(' ');
    if (!carried.has(key))
      plan.write('classAssignment', null, { ...row, id: plan.nextId(), classId, fromDay });
    carried.add(key);
  }
}

/** A group "all of 1a and 2b" is one of 2a and 3b now; a group of leavers alone keeps its rule, and nobody is in it. */
async function carryRules(
  { db }: RuleContext,
  { firstDay }: YearWish,
  successor: Successors,
  plan: RecordedChanges,
): Promise<void> {
  const groups = await db.selectFrom('schoolGroup').selectAll().where('rule', 'is not', null).execute();
  for (const group of byId(groups).filter(({ untilDay }) => lastsOn(untilDay, firstDay))) {
    const rule = readRule(group.rule);
    if (!rule?.classIds?.some((id) => successor.has(id))) continue;
    const followed = rule.classIds.map((id) => (successor.has(id) ? successor.get(id) : id));
    const classIds = [...new Set(followed)].filter((id) => typeof id === 'string');
    if (classIds.length > 0)
      plan.write('schoolGroup', group, { ...group, rule: JSON.stringify({ ...rule, classIds }) });
  }
}

async function moveChildren(
  { db, now }: RuleContext,
  { changeId, firstDay, apart }: YearWish,
  successor: Successors,
  ids: Pick<RecordedChanges, 'nextId'>,
): Promise<Change[] | null> {
  const students = (await rowsAmong(db, 'student', 'classId', successor.keys())).filter(({ leftOn }) =>
    lastsOn(leftOn, firstDay),
  );
  const ownWay = new Map(apart.map((one) => [one.studentId, one.toClassId]));
  const here = new Set(students.map(({ id }) => id));
  if (apart.some(({ studentId }) => !here.has(studentId))) return null;
  const since = await lastMoves(db, here);
  return byId(students).flatMap((student) => {
    const goesTo = ownWay.get(student.id);
    const toClassId = goesTo === undefined ? (successor.get(student.classId ?? '') ?? null) : goesTo;
    const last = since.get(student.id);
    const move = {
      ...{ id: ids.nextId(), studentId: student.id, fromClassId: student.classId, toClassId, changeId },
      // Whoever came into the old class later than that cannot have left it earlier.
      ...{ firstDay: last && last > firstDay ? last : firstDay, at: now },
      leftOnBefore: toClassId === null ? student.leftOn : null,
    };
    const after =
      toClassId === null ? { ...student, leftOn: addDays(firstDay, -1) } : { ...student, classId: toClassId };
    return [put('student', after), create('classMove', move)];
  });
}

/** The first day of each child's last move. */
async function lastMoves(db: RuleContext['db'], studentIds: Iterable<string>): Promise<Map<string, Day>> {
  const moves = await rowsAmong(db, 'classMove', 'studentId', studentIds);
  return new Map(moves.sort(compareMoves).map((move) => [move.studentId, move.firstDay]));
}

/** Desk and server read rows in different orders; what gets the n-th id must not depend on it. */
function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((one, other) => (one.id < other.id ? -1 : 1));
}
