import { lasting } from '../../../../src-shared/school/last-day.ts';
import type { DomainReader } from '../../../../src-shared/tables/registry.ts';
import type { Day } from '../../../../src-shared/values/day.ts';
import type { ExportedTeacher } from './write-one-roster.ts';

/** The teachers and the head, with the classes that are theirs today; standing in for some days is left out. */
export async function readTeachers(db: DomainReader, today: Day): Promise<ExportedTeacher[]> {
  const staff = await db
    .selectFrom('staffMember')
    .select(['id', 'givenName', 'familyName', 'role'])
    .where('role', 'in', ['teacher', 'principal'])
    .where(lasting('leftOn', today))
    .orderBy('familyName')
    .orderBy('givenName')
    .execute();
  const assignments = await db
    .selectFrom('classAssignment')
    .innerJoin('schoolClass', 'schoolClass.id', 'classAssignment.classId')
    .select(['staffId', 'classId', 'kind'])
    .where('kind', '!=', 'substitute')
    .where('fromDay', '<=', today)
    .where(lasting('untilDay', today))
    .where(lasting('schoolClass.endedOn', today))
    .execute();
  const byStaff = Map.groupBy(assignments, ({ staffId }) => staffId);
  return staff.map(({ role, ...person }) => {
    const classes = new Map<string, boolean>();
    for (const { classId, kind } of byStaff.get(person.id) ?? [])
      classes.set(classId, kind === 'classTeacher' || classes.get(classId) === true);
    return {
      ...person,
      isHead: role === 'principal',
      classes: [...classes].map(([classId, isClassTeacher]) => ({ classId, isClassTeacher })),
    };
  });
}
