import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readFreePeriods, readSettings } from '../../../src-shared/school/settings.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import { addDays, type Day } from '../../../src-shared/values/day.ts';
import { schoolDayOnOrAfter } from '../../../src-shared/values/school-calendar.ts';
import { fullName, readEmergencyContacts, readPhones } from '../cases/ladder.ts';
import { compareByClass, type NamedStudent, readStudents, shown } from '../today/people.ts';
import type { Viewpoint } from '../today/viewpoint.ts';
import { readDayBefore, readDutiesOn } from './flags.ts';
import { readKnownAbsences } from './known-absences.ts';
import { siblingIds } from './siblings.ts';

type DeskStudent = NonNullable<OperationResult<'desk.student'>>;

/** The keys 1 to 5 mean school days; the second week is for "bis nächsten …". */
const SCHOOL_DAYS_AHEAD = 10;

/** All the phone desk needs about a child for an entry on `day`; null when the child is unknown or has left. */
export async function deskStudent(
  db: DomainReader,
  viewpoint: Viewpoint,
  studentId: string,
  day: Day,
): Promise<DeskStudent | null> {
  const student = (await readStudents(db, [studentId], viewpoint.day)).get(studentId);
  if (!student) return null;
  const known = await readKnownAbsences(db, viewpoint, [studentId], day);
  const duty = (await readDutiesOn(db, [studentId], day)).get(studentId);
  const before = (await readDayBefore(db, [studentId], day)).get(studentId);
  const emergency = (await readEmergencyContacts(db, [studentId])).get(studentId) ?? [];
  return {
    student: await withDetail(db, student),
    guardians: await readGuardians(db, studentId),
    emergencyContacts: emergency.map(({ name, relation, phone }) => ({ name, relation, phone })),
    siblings: await readSiblings(db, viewpoint, studentId, day),
    known: known.get(studentId) ?? [],
    dayBefore: before?.reason ? { reason: before.reason, untilDay: before.untilDay } : null,
    certificateDuty: duty ? { fromDay: duty.fromDay, untilDay: duty.untilDay } : null,
    schoolDays: await nextSchoolDays(db, day),
    certificateFromDay: (await readSettings(db)).certificateFromDay,
  };
}

async function withDetail(db: DomainReader, student: NamedStudent): Promise<DeskStudent['student']> {
  const detail = await db
    .selectFrom('studentDetail')
    .selectAll()
    .where('id', '=', student.studentId)
    .executeTakeFirst();
  return {
    ...shown(student),
    classId: student.classId,
    birthDate: detail?.birthDate ?? null,
    allDayCare: detail?.allDayCare === 1,
    lunch: detail?.lunch === 1,
    earlyPickupAt: detail?.earlyPickupAt ?? null,
  };
}

/** All guardians in contact order; a blocked one is shown as such, for the person at the phone must know. */
async function readGuardians(db: DomainReader, studentId: string): Promise<DeskStudent['guardians']> {
  const ties = await db
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['guardianship.guardianId', 'relation', 'hasCustody', 'blocked', 'contactOrder'])
    .select(['guardian.givenName', 'guardian.familyName'])
    .where('guardianship.studentId', '=', studentId)
    .orderBy('guardianship.contactOrder')
    .execute();
  const ids = ties.map((tie) => tie.guardianId);
  const phones = await readPhones(db, ids);
  return ties.map(({ guardianId, relation, hasCustody, blocked, contactOrder, ...names }) => ({
    guardianId,
    name: fullName(names),
    relation,
    hasCustody: hasCustody === 1,
    blocked: blocked === 1,
    contactOrder,
    phones: phones.get(guardianId) ?? [],
  }));
}

async function readSiblings(
  db: DomainReader,
  viewpoint: Viewpoint,
  studentId: string,
  day: Day,
): Promise<DeskStudent['siblings']> {
  const ids = await siblingIds(db, studentId);
  if (ids.length === 0) return [];
  const students = await readStudents(db, ids, viewpoint.day);
  const known = await readKnownAbsences(db, viewpoint, ids, day);
  return [...students.values()]
    .sort(compareByClass)
    .map((sibling) => ({ ...shown(sibling), alreadyAbsent: known.has(sibling.studentId) }));
}

async function nextSchoolDays(db: DomainReader, day: Day): Promise<Day[]> {
  const periods = await readFreePeriods(db);
  const days: Day[] = [];
  for (let next = day; days.length < SCHOOL_DAYS_AHEAD; next = addDays(next, 1)) {
    next = schoolDayOnOrAfter(next, periods);
    days.push(next);
  }
  return days;
}
