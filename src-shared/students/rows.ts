import { type Change, create, put, type RuleContext } from '../contract/command.ts';
import { type FieldChange, fieldChanges } from '../history/differences.ts';
import type { Row } from '../tables/registry.ts';
import type { StudentEventKind } from './words.ts';

/** A child as two rows: what everybody at the school may know, and what its own teachers may. */
export interface StudentRows {
  readonly student: Row<'student'>;
  readonly detail: Row<'studentDetail'>;
}

/** A child without birthday, care or lunch: what a row says before anybody has said more. */
export function bareDetail(id: string): Row<'studentDetail'> {
  return { id, birthDate: null, importKey: null, allDayCare: 0, lunch: 0, earlyPickupAt: null };
}

/** Both rows of a child; undefined when it is not (any more) in the register, or not for this person. */
export async function findStudent(
  db: RuleContext['db'],
  studentId: string,
): Promise<StudentRows | undefined> {
  const student = await db.selectFrom('student').selectAll().where('id', '=', studentId).executeTakeFirst();
  if (!student) return undefined;
  const detail = await db
    .selectFrom('studentDetail')
    .selectAll()
    .where('id', '=', studentId)
    .executeTakeFirst();
  return { student, detail: detail ?? bareDetail(studentId) };
}

/**
 * The rows of one change of a child with the event for its history. Nothing differs: no rows at all.
 * A class stands in the history by its name, which outlives the class.
 */
export async function studentChanges(
  context: RuleContext,
  before: StudentRows,
  after: StudentRows,
  kind: StudentEventKind,
): Promise<Change[]> {
  const inName = fieldChanges(before.student, after.student);
  const inDetail = fieldChanges(before.detail, after.detail);
  if (inName.length + inDetail.length === 0) return [];
  const shown = await withClassNames(context, [...inName, ...inDetail]);
  return [
    ...(inName.length > 0 ? [put('student', after.student)] : []),
    ...(inDetail.length > 0 ? [put('studentDetail', after.detail)] : []),
    studentEvent(context, after.student.id, kind, shown),
    ...(inName.some(({ field }) => field === 'classId')
      ? [classMove(context, after.student.id, before.student.classId, after.student.classId)]
      : []),
  ];
}

/** That a child has come from one class into another today; the n-th id of the entry names it. */
export function classMove(
  context: RuleContext,
  studentId: string,
  fromClassId: string | null,
  toClassId: string | null,
): Change {
  return create('classMove', {
    ...{ id: context.id(2), studentId, fromClassId, toClassId, firstDay: context.today, at: context.now },
    ...{ changeId: null, leftOnBefore: null },
  });
}

/** An event of a child's history; the n-th id of the entry names it. */
export function studentEvent(
  context: RuleContext,
  studentId: string,
  kind: StudentEventKind,
  changes: readonly FieldChange[],
): Change {
  return put('studentEvent', {
    id: context.id(1),
    kind,
    at: context.occurredAt,
    actorName: context.actor.name,
    changes: changes.length === 0 ? null : JSON.stringify(changes),
    studentId,
  });
}

async function withClassNames(context: RuleContext, changes: readonly FieldChange[]): Promise<FieldChange[]> {
  const ids = changes
    .filter((change) => change.field === 'classId')
    .flatMap(({ from, to }) => [from, to])
    .filter((id): id is string => typeof id === 'string');
  if (ids.length === 0) return [...changes];
  const classes = await context.db
    .selectFrom('schoolClass')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  const nameOf = (id: FieldChange['from']) => (typeof id === 'string' ? (names.get(id) ?? null) : null);
  return changes.map((change) =>
    change.field === 'classId'
      ? { field: 'class', from: nameOf(change.from), to: nameOf(change.to) }
      : change,
  );
}
