import type { Subject } from '../../../src-shared/contract/command.ts';
import { operationReach } from '../../../src-shared/rights/operations.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { overlapping } from '../../../src-shared/values/span.ts';
import type { SignedIn } from '../dispatch/context.ts';

/**
 * Whether this desk lets the person do it: a courtesy, so that a refusal comes at once. The server decides.
 * `own` is judged by what the cache may hold: a child whose details are here is one's own.
 */
export async function mayDo(
  db: DomainReader,
  { person }: SignedIn,
  name: string,
  subjects: readonly Subject[],
  today: Day,
): Promise<boolean> {
  const reach = operationReach(person.role, name);
  if (reach === 'none') return false;
  if (reach === 'all') return true;
  for (const subject of subjects) {
    const own = reach === 'self' ? isSelf(subject, person.id) : await isOwn(db, person.id, subject, today);
    if (!own) return false;
  }
  return true;
}

function isSelf(subject: Subject, personId: string): boolean {
  return subject.root === 'staff' && (subject.id === 'self' || subject.id === personId);
}

async function isOwn(db: DomainReader, personId: string, subject: Subject, today: Day): Promise<boolean> {
  switch (subject.root) {
    case 'student':
      return isOwnStudent(db, subject.id);
    case 'class':
      return isOwnClass(db, personId, subject.id, today);
    case 'group':
      return leadsGroup(db, personId, subject.id, today);
    default:
      return isSelf(subject, personId);
  }
}

async function isOwnStudent(db: DomainReader, studentId: string): Promise<boolean> {
  const student = await db.selectFrom('student').select('id').where('id', '=', studentId).executeTakeFirst();
  // An unknown child is the rule's business: it says so in better words than "forbidden".
  if (!student) return true;
  const detail = await db
    .selectFrom('studentDetail')
    .select('id')
    .where('id', '=', studentId)
    .executeTakeFirst();
  return detail !== undefined;
}

async function isOwnClass(db: DomainReader, personId: string, classId: string, today: Day): Promise<boolean> {
  const assignment = await db
    .selectFrom('classAssignment')
    .select('id')
    .where('classId', '=', classId)
    .where('staffId', '=', personId)
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .executeTakeFirst();
  return assignment !== undefined;
}

async function leadsGroup(db: DomainReader, personId: string, groupId: string, today: Day): Promise<boolean> {
  const lead = await db
    .selectFrom('groupLead')
    .select('id')
    .where('groupId', '=', groupId)
    .where('staffId', '=', personId)
    .where(overlapping({ fromDay: today, untilDay: today }))
    .executeTakeFirst();
  return lead !== undefined;
}
