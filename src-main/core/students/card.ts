import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { lastsOn } from '../../../src-shared/school/last-day.ts';
import { bareDetail } from '../../../src-shared/students/rows.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { ageOn } from '../../../src-shared/values/school-year.ts';
import { readEmergencyContacts } from '../cases/ladder.ts';
import { siblingIds } from '../desk/siblings.ts';
import { compareByClass, readStaffNames, readStudents, shown } from '../today/people.ts';
import { groupsOf } from './groups-of.ts';
import { guardiansOf } from './guardians-of.ts';
import { historyOf } from './history-of.ts';

type Card = NonNullable<OperationResult<'students.card'>>;

/** From this age on a person signs for itself (§ 2 BGB). */
const ADULT_AGE = 18;

/** A child's card, also under an id that was merged into it; null when the child is unknown here. */
export async function studentCard(db: DomainReader, today: Day, studentId: string): Promise<Card | null> {
  const student = await findKept(db, studentId);
  if (!student) return null;
  const { id } = student;
  const detail = await db.selectFrom('studentDetail').selectAll().where('id', '=', id).executeTakeFirst();
  const { birthDate, importKey, allDayCare, lunch, earlyPickupAt } = detail ?? bareDetail(id);
  const guardians = await guardiansOf(db, id, today);
  const guardianIds = guardians.map(({ guardianId }) => guardianId);
  const age = birthDate === null ? null : ageOn(birthDate, today);
  return {
    studentId: id,
    givenName: student.givenName,
    familyName: student.familyName,
    className: student.className ?? '',
    classId: student.classId,
    classTeachers: await readClassTeachers(db, student.classId, today),
    leftOn: student.leftOn,
    own: detail !== undefined,
    ...{ birthDate, age, importKey, earlyPickupAt },
    adult: age !== null && age >= ADULT_AGE,
    allDayCare: allDayCare === 1,
    lunch: lunch === 1,
    siblings: await readSiblings(db, id, today),
    guardians,
    ...(await readOtherPeople(db, id)),
    groups: await groupsOf(db, id, today),
    history: await historyOf(db, id, guardianIds),
  };
}

async function findKept(db: DomainReader, studentId: string) {
  const alias = await db
    .selectFrom('studentAlias')
    .select('studentId')
    .where('id', '=', studentId)
    .executeTakeFirst();
  return db
    .selectFrom('student')
    .leftJoin('schoolClass', 'schoolClass.id', 'student.classId')
    .select(['student.id', 'student.givenName', 'student.familyName', 'student.classId', 'student.leftOn'])
    .select('schoolClass.name as className')
    .where('student.id', '=', alias?.studentId ?? studentId)
    .executeTakeFirst();
}

async function readClassTeachers(db: DomainReader, classId: string | null, today: Day): Promise<string[]> {
  if (classId === null) return [];
  const rows = await db
    .selectFrom('classAssignment')
    .select(['staffId', 'fromDay', 'untilDay'])
    .where('classId', '=', classId)
    .where('kind', '=', 'classTeacher')
    .execute();
  const nameOf = await readStaffNames(db);
  return rows
    .filter(({ fromDay, untilDay }) => fromDay <= today && lastsOn(untilDay, today))
    .map(({ staffId }) => nameOf(staffId));
}

async function readSiblings(db: DomainReader, studentId: string, today: Day): Promise<Card['siblings']> {
  const siblings = await readStudents(db, await siblingIds(db, studentId), today);
  return [...siblings.values()].sort(compareByClass).map(shown);
}

async function readOtherPeople(
  db: DomainReader,
  studentId: string,
): Promise<Pick<Card, 'emergencyContacts' | 'pickups'>> {
  const emergency = (await readEmergencyContacts(db, [studentId])).get(studentId) ?? [];
  const pickups = await db
    .selectFrom('authorisedPickup')
    .select(['id as pickupId', 'name', 'relation'])
    .where('studentId', '=', studentId)
    .orderBy('name')
    .execute();
  return {
    emergencyContacts: emergency.map(({ id, name, relation, phone }) => ({
      ...{ contactId: id, name, relation, phone },
    })),
    pickups,
  };
}
