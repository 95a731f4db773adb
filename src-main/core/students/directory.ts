import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { studentsOfGroups } from '../../../src-shared/groups/members.ts';
import { lasting } from '../../../src-shared/school/last-day.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { fullName } from '../cases/ladder.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByClass } from '../today/people.ts';

type Line = OperationResult<'students.directory'>['lines'][number];

/** All children this person may know of, by class and name. */
export async function studentDirectory(db: DomainReader, today: Day, withLeft: boolean): Promise<Line[]> {
  const students = await readRows(db, today, withLeft);
  const families = await readFamilies(db);
  const groups = await readGroupNames(db, today);
  return students
    .map((row): Line & { classId: string | null } => {
      const { studentId, givenName, familyName, classId, gradeLevel, leftOn } = row;
      const own = row.detailId !== null;
      return {
        ...{ studentId, givenName, familyName, classId, gradeLevel, leftOn, own },
        className: row.className ?? '',
        birthDate: row.birthDate,
        allDayCare: own ? row.allDayCare === 1 : null,
        lunch: own ? row.lunch === 1 : null,
        earlyPickupAt: row.earlyPickupAt,
        ...familyOf(families, studentId),
        groups: groups.get(studentId) ?? [],
      };
    })
    .sort(compareByClass);
}

function readRows(db: DomainReader, today: Day, withLeft: boolean) {
  const all = db
    .selectFrom('student')
    .leftJoin('schoolClass', 'schoolClass.id', 'student.classId')
    .leftJoin('studentDetail', 'studentDetail.id', 'student.id')
    .select(['student.id as studentId', 'student.givenName', 'student.familyName', 'student.classId'])
    .select(['student.leftOn', 'schoolClass.name as className', 'schoolClass.gradeLevel'])
    .select(['studentDetail.id as detailId', 'studentDetail.birthDate', 'studentDetail.allDayCare'])
    .select(['studentDetail.lunch', 'studentDetail.earlyPickupAt']);
  return (withLeft ? all : all.where(lasting('student.leftOn', today))).execute();
}

interface Families {
  readonly ties: ReadonlyMap<string, readonly Tie[]>;
  readonly phones: ReadonlyMap<string, string>;
  readonly cities: ReadonlyMap<string, string>;
}
type Tie = Pick<Row<'guardianship'>, 'studentId' | 'guardianId' | 'relation' | 'blocked' | 'livesWith'> &
  Pick<Row<'guardian'>, 'givenName' | 'familyName' | 'language'>;

/** Read whole and joined here: one pass over each table is faster than a look-up for each child. */
async function readFamilies(db: DomainReader): Promise<Families> {
  const ties = await db
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['guardianship.studentId', 'guardianship.guardianId', 'guardianship.relation'])
    .select(['guardianship.blocked', 'guardianship.livesWith', 'guardian.givenName'])
    .select(['guardian.familyName', 'guardian.language'])
    .orderBy('guardianship.contactOrder')
    .execute();
  const phones = await db
    .selectFrom('guardianContact')
    .select(['guardianId', 'value'])
    .where('kind', '=', 'phone')
    .orderBy('position', 'desc')
    .execute();
  const cities = await db.selectFrom('guardianAddress').select(['id', 'city']).execute();
  return {
    ties: groupedBy(ties, (tie) => tie.studentId),
    // The last written wins: the number that stands first.
    phones: new Map(phones.map(({ guardianId, value }) => [guardianId, value])),
    cities: new Map(cities.map(({ id, city }) => [id, city])),
  };
}

function familyOf({ ties, phones, cities }: Families, studentId: string) {
  const all = ties.get(studentId) ?? [];
  const callable = all.filter((tie) => tie.blocked === 0);
  const home = callable.filter((tie) => tie.livesWith === 1);
  const numbers = callable.flatMap((tie) => phones.get(tie.guardianId) ?? []);
  const places = home.flatMap((tie) => cities.get(tie.guardianId) || []);
  return {
    guardians: callable.map((tie) => ({
      guardianId: tie.guardianId,
      name: fullName(tie),
      relation: tie.relation,
    })),
    phone: numbers[0] ?? null,
    city: places[0] ?? null,
    languages: [...new Set(callable.flatMap((tie) => tie.language ?? []))],
    blockedGuardian: callable.length < all.length,
  };
}

async function readGroupNames(db: DomainReader, today: Day): Promise<Map<string, string[]>> {
  const groups = await db.selectFrom('schoolGroup').select(['id', 'name']).orderBy('name').execute();
  const members = await studentsOfGroups(
    db,
    groups.map(({ id }) => id),
    today,
  );
  const names = new Map<string, string[]>();
  for (const { id, name } of groups) {
    for (const studentId of members.get(id)?.keys() ?? []) {
      const list = names.get(studentId);
      if (list) list.push(name);
      else names.set(studentId, [name]);
    }
  }
  return names;
}
