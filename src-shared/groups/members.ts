import { lasting } from '../school/last-day.ts';
import type { DomainReader } from '../tables/registry.ts';
import { type Day, earlierEnd, laterEnd } from '../values/day.ts';
import { fitsRule, type GroupRule, type RuledStudent, readRule } from './rule.ts';
import { holdsStudents } from './words.ts';

/** Children of one group: id → the last day of the membership, null while no end is known. */
export type StudentsUntil = ReadonlyMap<string, Day | null>;

/**
 * The children who are in these groups on `today`, by rule or by hand; a child who has left is in none, and a
 * group that has not begun or has ended has nobody. An end of the group ends all memberships.
 * @returns group id → its children; groups of guardians or staff, and unknown ones, are not in it.
 */
export async function studentsOfGroups(
  db: DomainReader,
  groupIds: readonly string[],
  today: Day,
): Promise<Map<string, StudentsUntil>> {
  if (groupIds.length === 0) return new Map();
  const groups = await db
    .selectFrom('schoolGroup')
    .select(['id', 'kind', 'rule', 'untilDay'])
    .where('id', 'in', [...groupIds])
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .execute();
  const ofStudents = groups.filter((group) => holdsStudents(group.kind));
  const ruled = ofStudents.flatMap(({ id, rule, untilDay }) => {
    const parsed = readRule(rule);
    return parsed ? [{ id, rule: parsed, untilDay }] : [];
  });
  const listed = ofStudents.filter((group) => group.rule === null);
  return new Map([
    ...(ruled.length > 0 ? byRule(ruled, await readRuledStudents(db, today)) : []),
    ...(listed.length > 0 ? await byList(db, listed, today) : []),
  ]);
}

/** Ids of the children at the school whom a rule takes in on a day. */
export async function studentsFitting(db: DomainReader, rule: GroupRule, today: Day): Promise<string[]> {
  const students = await readRuledStudents(db, today);
  return [...students].flatMap(([id, student]) => (fitsRule(rule, student) ? [id] : []));
}

interface RuledGroup {
  readonly id: string;
  readonly rule: GroupRule;
  readonly untilDay: Day | null;
}

function byRule(
  groups: readonly RuledGroup[],
  students: ReadonlyMap<string, RuledStudent>,
): [string, StudentsUntil][] {
  return groups.map(({ id, rule, untilDay }) => {
    const fitting = [...students].filter(([, student]) => fitsRule(rule, student));
    return [id, new Map(fitting.map(([studentId]) => [studentId, untilDay]))];
  });
}

async function byList(
  db: DomainReader,
  groups: readonly { readonly id: string; readonly untilDay: Day | null }[],
  today: Day,
): Promise<[string, StudentsUntil][]> {
  const ends = new Map(groups.map((group) => [group.id, group.untilDay]));
  const rows = await db
    .selectFrom('studentMembership')
    .innerJoin('student', 'student.id', 'studentMembership.studentId')
    .select(['studentMembership.groupId', 'studentMembership.studentId', 'studentMembership.untilDay'])
    .where('studentMembership.groupId', 'in', [...ends.keys()])
    .where('studentMembership.fromDay', '<=', today)
    .where((where) =>
      where.or([
        where('studentMembership.untilDay', 'is', null),
        where('studentMembership.untilDay', '>=', today),
      ]),
    )
    .where(lasting('student.leftOn', today))
    .execute();
  const byGroup = new Map<string, Map<string, Day | null>>(groups.map((group) => [group.id, new Map()]));
  for (const { groupId, studentId, untilDay } of rows) {
    const students = byGroup.get(groupId);
    const end = earlierEnd(untilDay, ends.get(groupId) ?? null);
    const known = students?.get(studentId);
    students?.set(studentId, known === undefined ? end : laterEnd(known, end));
  }
  return [...byGroup];
}

/** What rules look at, of every child who is at the school. */
async function readRuledStudents(db: DomainReader, today: Day): Promise<Map<string, RuledStudent>> {
  const rows = await db
    .selectFrom('student')
    .leftJoin('studentDetail', 'studentDetail.id', 'student.id')
    .leftJoin('schoolClass', 'schoolClass.id', 'student.classId')
    .select(['student.id', 'student.classId', 'schoolClass.gradeLevel'])
    .select(['studentDetail.allDayCare', 'studentDetail.lunch'])
    .where(lasting('student.leftOn', today))
    .execute();
  return new Map(
    rows.map(({ id, classId, gradeLevel, allDayCare, lunch }) => [
      id,
      { classId, gradeLevel, allDayCare: allDayCare === 1, lunch: lunch === 1 },
    ]),
  );
}
