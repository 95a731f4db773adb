import type { CurrentGuardian, CurrentRoster } from '../../../src-shared/roster/current.ts';
import { lasting, lastsOn } from '../../../src-shared/school/last-day.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';

/** The school on a day as the cache holds it, as far as an import can change it; children who have left are included. */
export async function readCurrentRoster(db: DomainReader, today: Day): Promise<CurrentRoster> {
  const classes = await db
    .selectFrom('schoolClass')
    .select(['id', 'name', 'gradeLevel'])
    .where(lasting('endedOn', today))
    .execute();
  const rows = await db
    .selectFrom('student')
    .leftJoin('studentDetail', 'studentDetail.id', 'student.id')
    .leftJoin('schoolClass', (join) =>
      // A class that has ended is no class to be in.
      join.onRef('schoolClass.id', '=', 'student.classId').on(lasting('schoolClass.endedOn', today)),
    )
    .select([
      'student.id',
      'student.givenName',
      'student.familyName',
      'student.leftOn',
      'studentDetail.importKey',
      'studentDetail.birthDate',
      'schoolClass.name as className',
    ])
    .execute();
  // Whoever leaves some day to come is still there.
  const students = rows.map(({ leftOn, ...student }) => {
    const isHere = lastsOn(leftOn, today);
    return { ...student, leftOn: isHere ? null : leftOn, isLeaving: isHere && leftOn !== null };
  });
  const guardianships = await db
    .selectFrom('guardianship')
    .select(['studentId', 'guardianId', 'relation'])
    .execute();
  return { classes, students, guardians: await readGuardians(db), guardianships };
}

async function readGuardians(db: DomainReader): Promise<CurrentGuardian[]> {
  const contacts = await db
    .selectFrom('guardianContact')
    .select(['guardianId', 'kind', 'label', 'value'])
    .orderBy('position')
    .execute();
  const byGuardian = Map.groupBy(contacts, (contact) => contact.guardianId);
  const rows = await db
    .selectFrom('guardian')
    .leftJoin('guardianAddress', 'guardianAddress.id', 'guardian.id')
    .select([
      'guardian.id',
      'guardian.givenName',
      'guardian.familyName',
      'guardianAddress.street',
      'guardianAddress.postalCode',
      'guardianAddress.city',
    ])
    .execute();
  return rows.map((row) => ({ ...row, ...reachable(byGuardian.get(row.id) ?? []) }));
}

function reachable(
  contacts: readonly Pick<Row<'guardianContact'>, 'kind' | 'label' | 'value'>[],
): Pick<CurrentGuardian, 'phones' | 'emails'> {
  return {
    phones: contacts.filter(({ kind }) => kind === 'phone').map(({ label, value }) => ({ label, value })),
    emails: contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
  };
}
