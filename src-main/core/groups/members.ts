import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { studentsOfGroups } from '../../../src-shared/groups/members.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { whenIs, within } from '../../../src-shared/values/span.ts';
import { fullName } from '../cases/ladder.ts';
import { among } from '../today/among.ts';
import { groupedBy } from '../today/grouped.ts';
import { compareByClass, type NamedStudent, readStudents, shown } from '../today/people.ts';
import { compareWhen } from './spans.ts';

type Detail = NonNullable<OperationResult<'groups.detail'>>;
type Inheritor = Detail['inheritors'][number];

/** Children of a group: by rule those of today, by list also past and future ones. */
export async function studentMembers(
  db: DomainReader,
  group: Row<'schoolGroup'>,
  today: Day,
): Promise<Detail['students']> {
  if (group.rule !== null) {
    const members = (await studentsOfGroups(db, [group.id], today)).get(group.id) ?? new Map();
    const students = [...(await readStudents(db, members.keys(), today)).values()].sort(compareByClass);
    return students.map(memberByRight);
  }
  const rows = await db.selectFrom('studentMembership').selectAll().where('groupId', '=', group.id).execute();
  const students = await readStudents(
    db,
    rows.map((row) => row.studentId),
    today,
  );
  return rows
    .flatMap((row) => {
      const student = students.get(row.studentId);
      return student ? [{ row, student }] : [];
    })
    .sort((one, other) => compareByClass(one.student, other.student))
    .map(({ row, student }) => ({
      ...shown(student),
      membershipId: row.id,
      fromDay: row.fromDay,
      untilDay: row.untilDay,
      when: whenIs(within(row, group), today),
    }))
    .sort(compareWhen);
}

/** A child that is in by its class or by a rule: nobody entered it, nobody has to take it out. */
export function memberByRight(student: NamedStudent): Detail['students'][number] {
  return { ...shown(student), membershipId: null, fromDay: null, untilDay: null, when: 'current' };
}

/** Guardians of a committee, with the children they have at the school. */
export async function guardianMembers(
  db: DomainReader,
  group: Row<'schoolGroup'>,
  today: Day,
): Promise<Detail['guardians']> {
  const rows = await db
    .selectFrom('guardianMembership')
    .innerJoin('guardian', 'guardian.id', 'guardianMembership.guardianId')
    .select(['guardianMembership.id as membershipId', 'guardianMembership.guardianId'])
    .select(['guardianMembership.duty', 'guardianMembership.fromDay', 'guardianMembership.untilDay'])
    .select(['guardian.givenName', 'guardian.familyName'])
    .where('guardianMembership.groupId', '=', group.id)
    .orderBy('guardian.familyName')
    .execute();
  const ties = await db
    .selectFrom('guardianship')
    .select(['guardianId', 'studentId'])
    .where(
      among(
        'guardianId',
        rows.map((row) => row.guardianId),
      ),
    )
    .execute();
  const students = await readStudents(
    db,
    ties.map((tie) => tie.studentId),
    today,
  );
  const byGuardian = groupedBy(ties, (tie) => tie.guardianId);
  return rows
    .map(({ givenName, familyName, ...row }) => ({
      ...row,
      name: fullName({ givenName, familyName }),
      students: (byGuardian.get(row.guardianId) ?? [])
        .flatMap((tie) => students.get(tie.studentId) ?? [])
        .map((student) => `${student.givenName} (${student.className})`),
      when: whenIs(within(row, group), today),
    }))
    .sort(compareWhen);
}

/** Colleagues of a staff group or committee. */
export async function staffMembers(
  db: DomainReader,
  group: Row<'schoolGroup'>,
  today: Day,
): Promise<Detail['staff']> {
  const rows = await db
    .selectFrom('staffMembership')
    .innerJoin('staffMember', 'staffMember.id', 'staffMembership.staffId')
    .select(['staffMembership.id as membershipId', 'staffMembership.staffId', 'staffMembership.duty'])
    .select(['staffMembership.fromDay', 'staffMembership.untilDay'])
    .select(['staffMember.givenName', 'staffMember.familyName'])
    .where('staffMembership.groupId', '=', group.id)
    .orderBy('staffMember.familyName')
    .execute();
  return rows
    .map(({ givenName, familyName, ...row }) => ({
      ...row,
      name: fullName({ givenName, familyName }),
      when: whenIs(within(row, group), today),
    }))
    .sort(compareWhen);
}

/** Guardians who belong to a class or group through their children. */
export async function inheritorsOf(
  db: DomainReader,
  students: readonly { studentId: string; givenName: string; familyName: string }[],
): Promise<Inheritor[]> {
  const names = new Map(students.map((student) => [student.studentId, fullName(student)]));
  const ties = await db
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['guardianship.studentId', 'guardianship.guardianId', 'guardianship.relation'])
    .select(['guardianship.blocked', 'guardian.givenName', 'guardian.familyName'])
    .where(among('guardianship.studentId', names.keys()))
    .orderBy('guardian.familyName')
    .orderBy('guardian.givenName')
    .execute();
  return ties.map(({ studentId, guardianId, relation, blocked, ...name }) => ({
    ...{ guardianId, relation },
    name: fullName(name),
    student: names.get(studentId) ?? '',
    blocked: blocked === 1,
  }));
}
