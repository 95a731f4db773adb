import type { Subject } from '../../src-shared/contract/command.ts';
import { operationReach } from '../../src-shared/rights/operations.ts';
import type { DomainReader } from '../../src-shared/tables/registry.ts';
import type { Day } from '../../src-shared/values/day.ts';
import type { Session } from './session.ts';

/**
 * May this person do this to these roots today? Reads the school's own tables, never what a client says.
 * `own`: a teacher's classes on that day (substitutions while they last), a guardian's children by a
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

async function isOwn(db: DomainReader, session: Session, subject: Subject, today: Day): Promise<boolean> {
  if (session.role === 'guardian')
    return subject.root === 'student' && isChildOf(db, session.personId, subject.id);
  const classId =
    subject.root === 'class'
      ? subject.id
      : subject.root === 'student'
        ? await classOf(db, subject.id)
        : undefined;
  if (!classId) return false;
  const assignment = await db
    .selectFrom('classAssignment')
    .select('id')
    .where('staffId', '=', session.personId)
    .where('classId', '=', classId)
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .executeTakeFirst();
  return assignment !== undefined;
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
