import { studentsOfGroups } from '../../src-shared/groups/members.ts';
import { type Facet, facetReach, facetRights, facets } from '../../src-shared/rights/facets.ts';
import type { StaffRole } from '../../src-shared/rights/roles.ts';
import { lasting, lastsOn } from '../../src-shared/school/last-day.ts';
import type { DomainReader } from '../../src-shared/tables/registry.ts';
import type { Day } from '../../src-shared/values/day.ts';
import { earlierEnd, laterEnd } from '../../src-shared/values/day.ts';

/** What one person may see today: `facet|rootId` → the last day, or null while nothing ends it. */
export type Desired = Map<string, Day | null>;

/** Key of an interval. */
export function visibilityKey(facet: string, rootId: string): string {
  return `${facet}|${rootId}`;
}

/**
 * Computes, from the rights table and today's assignments, what each member of staff may see.
 * @returns staff id → facets and roots; people who have left see nothing.
 */
export async function desiredVisibility(db: DomainReader, today: Day): Promise<Map<string, Desired>> {
  const staff = await db.selectFrom('staffMember').select(['id', 'role', 'leftOn']).execute();
  const own = await ownRoots(db, today);
  const desired = new Map<string, Desired>();
  for (const person of staff) {
    const isHere = lastsOn(person.leftOn, today);
    desired.set(person.id, isHere ? desiredOf(person.id, person.role, own.get(person.id)) : new Map());
  }
  return desired;
}

interface OwnRoots {
  readonly students: Map<string, Day | null>;
  readonly guardians: Map<string, Day | null>;
}

function desiredOf(staffId: string, role: StaffRole, own: OwnRoots | undefined): Desired {
  const desired: Desired = new Map();
  for (const facet of facets) {
    const reach = facetReach(role, facet);
    if (reach === 'all') desired.set(visibilityKey(facet, '*'), null);
    if (reach === 'self') desired.set(visibilityKey(facet, staffId), null);
    if (reach === 'own')
      for (const [rootId, untilDay] of ownRootsOf(facet, own))
        desired.set(visibilityKey(facet, rootId), untilDay);
  }
  return desired;
}

function ownRootsOf(facet: Facet, own: OwnRoots | undefined): ReadonlyMap<string, Day | null> {
  if (!own) return new Map();
  return facetRights[facet].root === 'guardian' ? own.guardians : own.students;
}

async function ownRoots(db: DomainReader, today: Day): Promise<Map<string, OwnRoots>> {
  const guardiansOf = await guardianIds(db);
  const own = new Map<string, OwnRoots>();
  for (const { staffId, studentId, untilDay } of [
    ...(await byClass(db, today)),
    ...(await byGroup(db, today)),
  ]) {
    const roots = own.get(staffId) ?? {
      students: new Map<string, Day | null>(),
      guardians: new Map<string, Day | null>(),
    };
    own.set(staffId, roots);
    extend(roots.students, studentId, untilDay);
    for (const guardianId of guardiansOf.get(studentId) ?? []) extend(roots.guardians, guardianId, untilDay);
  }
  return own;
}

/** A child somebody is responsible for, and the last day of it as far as it is known. */
interface Responsibility {
  readonly staffId: string;
  readonly studentId: string;
  readonly untilDay: Day | null;
}

async function byClass(db: DomainReader, today: Day): Promise<Responsibility[]> {
  return db
    .selectFrom('classAssignment')
    .innerJoin('student', 'student.classId', 'classAssignment.classId')
    .select(['classAssignment.staffId', 'classAssignment.untilDay', 'student.id as studentId'])
    .where('classAssignment.fromDay', '<=', today)
    .where((where) =>
      where.or([
        where('classAssignment.untilDay', 'is', null),
        where('classAssignment.untilDay', '>=', today),
      ]),
    )
    .where(lasting('student.leftOn', today))
    .execute();
}

/** Who leads a group is responsible for its children while both last: the leading and the membership. */
async function byGroup(db: DomainReader, today: Day): Promise<Responsibility[]> {
  const leads = await db
    .selectFrom('groupLead')
    .select(['groupId', 'staffId', 'untilDay'])
    .where('fromDay', '<=', today)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .execute();
  if (leads.length === 0) return [];
  const members = await studentsOfGroups(db, [...new Set(leads.map((lead) => lead.groupId))], today);
  return leads.flatMap(({ groupId, staffId, untilDay }) =>
    [...(members.get(groupId) ?? [])].map(([studentId, memberUntil]) => ({
      staffId,
      studentId,
      untilDay: earlierEnd(untilDay, memberUntil),
    })),
  );
}

async function guardianIds(db: DomainReader): Promise<Map<string, string[]>> {
  const ties = await db.selectFrom('guardianship').select(['studentId', 'guardianId']).execute();
  const byStudent = new Map<string, string[]>();
  for (const tie of ties) {
    const list = byStudent.get(tie.studentId);
    if (list) list.push(tie.guardianId);
    else byStudent.set(tie.studentId, [tie.guardianId]);
  }
  return byStudent;
}

/** Two ways to one child: the longer one counts. */
function extend(roots: Map<string, Day | null>, rootId: string, untilDay: Day | null): void {
  const known = roots.get(rootId);
  roots.set(rootId, known === undefined ? untilDay : laterEnd(known, untilDay));
}
