import { proposeFirstDay, proposeFollowing } from '../../../src-shared/classes/year/propose.ts';
import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { addDays, type Day } from '../../../src-shared/values/day.ts';
import { schoolYearOf } from '../../../src-shared/values/school-year.ts';
import { whenIs } from '../../../src-shared/values/span.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByName, readStaffNames } from '../today/people.ts';

type NewYear = OperationResult<'groups.newYear'>;

const collator = new Intl.Collator('de', { numeric: true });

/** What a change into the school year of today would do, or the change that was made already. */
export async function newYear(db: DomainReader, today: Day): Promise<NewYear> {
  const { name: schoolYear, untilDay } = schoolYearOf(today);
  const open = await db.selectFrom('schoolClass').selectAll().where('endedOn', 'is', null).execute();
  open.sort((one, other) => collator.compare(one.name, other.name));
  const ending = open.filter((one) => one.schoolYear < schoolYear);
  const following = proposeFollowing(ending);
  const ids = ending.map(({ id }) => id);
  const last = await db
    .selectFrom('rollCall')
    .select(({ fn }) => fn.max('day').as('day'))
    .where(among('classId', ids))
    .executeTakeFirst();
  const firstDay = proposeFirstDay(today, last?.day ?? null);
  const children = await childrenOn(db, firstDay);
  const byClass = groupedBy(children, ({ classId }) => classId ?? '');
  const teachersOf = await classTeachers(db, today);
  return {
    schoolYear,
    firstDay,
    classes: ending.map(({ id, name, gradeLevel }, at) => ({
      ...{ classId: id, name, gradeLevel, teachers: teachersOf(id) },
      students: (byClass.get(id) ?? [])
        .map(({ classId: _, ...student }) => student)
        .sort((one, other) => compareByName(one, other)),
      following: following[at] ?? { kind: 'unclear', name },
    })),
    alreadyThere: open.filter((one) => one.schoolYear >= schoolYear).map(({ name }) => name),
    withoutClass: children.filter(({ classId }) => classId === null).length,
    nextFrom: addDays(untilDay, 1),
    change: await changeInto(db, schoolYear),
  };
}

/** Children who are at the school on the day or later. */
function childrenOn(db: DomainReader, day: Day) {
  return db
    .selectFrom('student')
    .select(['id as studentId', 'givenName', 'familyName', 'classId'])
    .where((where) => where.or([where('leftOn', 'is', null), where('leftOn', '>=', day)]))
    .execute();
}

async function classTeachers(db: DomainReader, today: Day): Promise<(classId: string) => string[]> {
  const staffName = await readStaffNames(db);
  const rows = await db
    .selectFrom('classAssignment')
    .selectAll()
    .where('kind', '=', 'classTeacher')
    .execute();
  const byClass = groupedBy(
    rows.filter((row) => whenIs(row, today) === 'current'),
    (row) => row.classId,
  );
  return (classId) => (byClass.get(classId) ?? []).map(({ staffId }) => staffName(staffId));
}

async function changeInto(db: DomainReader, schoolYear: string): Promise<NewYear['change']> {
  const change = await db
    .selectFrom('schoolYearChange')
    .select(['id as changeId', 'firstDay', 'at', 'actorName'])
    .where('schoolYear', '=', schoolYear)
    .where('undoneAt', 'is', null)
    .executeTakeFirst();
  return change ?? null;
}
