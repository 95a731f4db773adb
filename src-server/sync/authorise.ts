import type { Subject } from '../../src-shared/contract/command.ts';
import { studentsOfGroups } from '../../src-shared/groups/members.ts';
import { facetReach } from '../../src-shared/rights/facets.ts';
import { operationReach } from '../../src-shared/rights/operations.ts';
import type { DomainReader } from '../../src-shared/tables/registry.ts';
import type { Day } from '../../src-shared/values/day.ts';
import type { Session } from './session.ts';

/**
 * May this person do this to these roots today? Reads the school's own tables, never what a client says.
 * `own`: a teacher's classes and led groups on that day (substitutions while they last), a guardian's children by a
 * guardianship that is not blocked.
 */
export async function mayDo(
  db: DomainReader,
  session: Session,
  operation: string,
  subjects: readonly Subject[],
  today: Day,
): Promise<boolean> {
  const reach = operationReach(session.role, operation);
  if (reach === 'none') return false;
  if (reach === 'all' || reach === 'self') return true;
  for (const subject of subjects) {
    if (!(await isOwn(db, session, subject, today))) return false;
  }
  return subjects.length > 0;
}

/**
 * May this person see this child or guardian today, as the rights table says? Classes, groups and the staff are
 * no secret among staff.
 */
export async function maySee(
  db: DomainReader,
  session: Session,
  subject: Subject,
  today: Day,
): Promise<boolean> {
  if (subject.root !== 'student' && subject.root !== 'guardian') return true;
  const reach = facetReach(session.role, subject.root === 'student' ? 'student.core' : 'guardian.name');
  return reach === 'all' || (reach === 'own' && (await isOwn(db, session, subject, today)));
}

async function isOwn(db: DomainReader, session: Session, subject: Subject, today: Day): Promise<boolean> {
  if (session.role === 'guardian')
    return subject.root === 'student' && isChildOf(db, session.personId, subject.id);
  switch (subject.root) {
    case 'class':
      return hasClass(db, session.personId, subject.id, today);
    case 'group':
      return (await ledGroups(db, session.personId, today)).includes(subject.id);
    case 'student':
      return isOwnStudent(db, session.personId, subject.id, today);
    case 'guardian':
      return isOwnGuardian(db, session.personId, subject.id, today);
    default:
      return false;
  }
}

/** A guardian of one of the own children. */
async function isOwnGuardian(
  db: DomainReader,
  staffId: string,
  guardianId: string,
  today: Day,
): Promise<boolean> {
  const ties = await db
    .selectFrom('guardianship')
    .select('studentId')
    .where('guardianId', '=', guardianId)
    .execute();
  for (const { studentId } of ties) if (await isOwnStudent(db, staffId, studentId, today)) return true;
  return false;
}

async function isOwnStudent(
  db: DomainReader,
  staffId: string,
  studentId: string,
  today: Day,
): Promise<boolean> {
  const classId = await classOf(db, studentId);
  if (classId && (await hasClass(db, staffId, classId, today))) return true;
  const members = await studentsOfGroups(db, await ledGroups(db, staffId, today), today);
  return [...members.values()].some((students) => students.has(studentId));
}

async function hasClass(db: DomainReader, staffId: string, classId: string, today: Day): Promise<boolean> {
  const assignment = await db
    .selectFrom('classAssignment')
    .select('id')
    .where('staffId', '=', staffId)
    .where('classId', '=', classId)
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .executeTakeFirst();
  return assignment !== undefined;
}

async function ledGroups(db: DomainReader, staffId: string, today: Day): Promise<string[]> {
  const leads = await db
    .selectFrom('groupLead')
    .select('groupId')
    .where('staffId', '=', staffId)
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .execute();
  return leads.map((lead) => lead.groupId);
}

async function classOf(db: DomainReader, studentId: string): Promise<string | undefined> {
  const student = await db
    .selectFrom('student')
    .select('classId')
    .where('id', '=', studentId)
    .executeTakeFirst();
  return student?.classId ?? undefined;
}

async function isChildOf(db: DomainReader, guardianId: string, studentId: string): Promise<boolean> {
  const tie = await db
    .selectFrom('guardianship')
    .select('id')
    .where('guardianId', '=', guardianId)
    .where('studentId', '=', studentId)
    .where('blocked', '=', 0)
    .executeTakeFirst();
  return tie !== undefined;
}
