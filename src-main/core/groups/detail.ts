import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { readRule } from '../../../src-shared/groups/rule.ts';
import { holdsStudents } from '../../../src-shared/groups/words.ts';
import { facetReach } from '../../../src-shared/rights/facets.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { whenIs, within } from '../../../src-shared/values/span.ts';
import { readStaffNames } from '../today/people.ts';
import type { Viewpoint } from '../today/viewpoint.ts';
import { classMembers } from './class-members.ts';
import { guardianMembers, inheritorsOf, staffMembers, studentMembers } from './members.ts';
import { compareWhen } from './spans.ts';

type GroupDetail = NonNullable<OperationResult<'groups.detail'>>;
type ClassDetail = NonNullable<OperationResult<'groups.ofClass'>>;

/** One group with everybody in it whom this person may see; null when it is unknown. */
export async function groupDetail(
  db: DomainReader,
  viewpoint: Viewpoint,
  groupId: string,
): Promise<GroupDetail | null> {
  const group = await db.selectFrom('schoolGroup').selectAll().where('id', '=', groupId).executeTakeFirst();
  if (!group) return null;
  const { day } = viewpoint;
  const leads = await leadsOf(db, group, day);
  const students = holdsStudents(group.kind) ? await studentMembers(db, group, day) : [];
  const current = students.filter((student) => student.when === 'current');
  const leading = leads.filter((lead) => lead.when === 'current');
  return {
    groupId,
    ...{ name: group.name, kind: group.kind, note: group.note },
    rule: readRule(group.rule),
    ...{ fromDay: group.fromDay, untilDay: group.untilDay, when: whenIs(group, day) },
    leads,
    complete:
      facetReach(viewpoint.role, 'student.groups') === 'all' ||
      leading.some((lead) => lead.staffId === viewpoint.staffId),
    students,
    guardians: group.kind === 'committee' ? await guardianMembers(db, group, day) : [],
    staff: holdsStudents(group.kind) ? [] : await staffMembers(db, group, day),
    inheritors: await inheritorsOf(db, current),
    viewers: holdsStudents(group.kind) ? leading.map(viewerOf) : [],
  };
}

/** One class with its children and those responsible for it; null when it is unknown. */
export async function classDetail(
  db: DomainReader,
  today: Day,
  classId: string,
): Promise<ClassDetail | null> {
  const schoolClass = await db
    .selectFrom('schoolClass')
    .selectAll()
    .where('id', '=', classId)
    .executeTakeFirst();
  if (!schoolClass) return null;
  const staffName = await readStaffNames(db);
  const rows = await db.selectFrom('classAssignment').selectAll().where('classId', '=', classId).execute();
  const assignments = rows
    .map(({ id, staffId, kind, fromDay, untilDay }) => ({
      assignmentId: id,
      name: staffName(staffId),
      ...{ staffId, kind, fromDay, untilDay },
      when: whenIs({ fromDay, untilDay }, today),
    }))
    .sort(compareWhen);
  const students = await classMembers(db, classId, today);
  return {
    classId,
    ...{ name: schoolClass.name, gradeLevel: schoolClass.gradeLevel, schoolYear: schoolClass.schoolYear },
    assignments,
    students,
    inheritors: await inheritorsOf(db, students),
    viewers: assignments.filter((one) => one.when === 'current').map(viewerOf),
  };
}

async function leadsOf(
  db: DomainReader,
  group: Row<'schoolGroup'>,
  today: Day,
): Promise<GroupDetail['leads']> {
  const staffName = await readStaffNames(db);
  const rows = await db.selectFrom('groupLead').selectAll().where('groupId', '=', group.id).execute();
  return rows
    .map(({ id, staffId, fromDay, untilDay }) => ({
      leadId: id,
      name: staffName(staffId),
      ...{ staffId, fromDay, untilDay },
      when: whenIs(within({ fromDay, untilDay }, group), today),
    }))
    .sort(compareWhen);
}

function viewerOf({ staffId, name, untilDay }: { staffId: string; name: string; untilDay: Day | null }) {
  return { staffId, name, untilDay };
}
