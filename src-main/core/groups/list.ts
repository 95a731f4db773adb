import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { studentsOfGroups } from '../../../src-shared/groups/members.ts';
import { holdsStudents } from '../../../src-shared/groups/words.ts';
import { facetReach } from '../../../src-shared/rights/facets.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import { whenIs, within } from '../../../src-shared/values/span.ts';
import { groupedBy } from '../today/grouped.ts';
import { countStudents, readClasses, readStaffNames } from '../today/people.ts';
import type { Viewpoint } from '../today/viewpoint.ts';
import { compareWhen } from './spans.ts';

type Listed = OperationResult<'groups.list'>;

const collator = new Intl.Collator('de', { numeric: true });

/** All classes and groups, with who is responsible and how many are in them. */
export async function listGroups(db: DomainReader, viewpoint: Viewpoint): Promise<Listed> {
  const staffName = await readStaffNames(db);
  return {
    classes: await classLines(db, viewpoint, staffName),
    groups: await groupLines(db, viewpoint, staffName),
  };
}

async function classLines(
  db: DomainReader,
  { day }: Viewpoint,
  staffName: (id: string) => string,
): Promise<Listed['classes']> {
  const counts = await countStudents(db, day);
  const assignments = await db.selectFrom('classAssignment').selectAll().execute();
  const current = assignments.filter((one) => whenIs(one, day) === 'current');
  const namesOf = (classId: string, kind: Row<'classAssignment'>['kind']) =>
    current
      .filter((one) => one.classId === classId && one.kind === kind)
      .map((one) => staffName(one.staffId));
  return (await readClasses(db, day)).map(({ classId, name, gradeLevel }) => ({
    ...{ classId, name, gradeLevel },
    teachers: namesOf(classId, 'classTeacher'),
    substitutes: namesOf(classId, 'substitute'),
    students: counts.get(classId) ?? 0,
  }));
}

async function groupLines(
  db: DomainReader,
  viewpoint: Viewpoint,
  staffName: (id: string) => string,
): Promise<Listed['groups']> {
  const { day, staffId, role } = viewpoint;
  const groups = await db.selectFrom('schoolGroup').selectAll().execute();
  const allLeads = await db.selectFrom('groupLead').selectAll().execute();
  const leads = groupedBy(
    allLeads.filter((lead) => whenIs(lead, day) === 'current'),
    (lead) => lead.groupId,
  );
  const counts = await countMembers(db, groups, viewpoint);
  const seesAll = facetReach(role, 'student.groups') === 'all';
  return groups
    .map((group) => {
      const led = leads.get(group.id) ?? [];
      const complete = seesAll || group.kind === 'staff' || led.some((lead) => lead.staffId === staffId);
      return {
        groupId: group.id,
        name: group.name,
        kind: group.kind,
        byRule: group.rule !== null,
        fromDay: group.fromDay,
        untilDay: group.untilDay,
        when: whenIs(group, day),
        leads: led.map((lead) => staffName(lead.staffId)),
        members: complete ? (counts.get(group.id) ?? 0) : null,
      };
    })
    .sort((one, other) => compareWhen(one, other) || collator.compare(one.name, other.name));
}

/** Members today, by group: children by rule or list, guardians and staff by list. */
async function countMembers(
  db: DomainReader,
  groups: readonly Row<'schoolGroup'>[],
  { day }: Viewpoint,
): Promise<Map<string, number>> {
  const frames = new Map(groups.map((group) => [group.id, group]));
  const ofStudents = groups.filter(({ kind }) => holdsStudents(kind)).map(({ id }) => id);
  const students = await studentsOfGroups(db, ofStudents, day);
  const counts = new Map([...students].map(([id, members]) => [id, members.size]));
  const others = [
    ...(await db.selectFrom('guardianMembership').select(['groupId', 'fromDay', 'untilDay']).execute()),
    ...(await db.selectFrom('staffMembership').select(['groupId', 'fromDay', 'untilDay']).execute()),
  ];
  for (const one of others) {
    const frame = frames.get(one.groupId);
    if (frame && whenIs(within(one, frame), day) === 'current')
      counts.set(one.groupId, (counts.get(one.groupId) ?? 0) + 1);
  }
  return counts;
}
