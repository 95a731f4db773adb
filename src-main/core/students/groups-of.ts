import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { studentsOfGroups } from '../../../src-shared/groups/members.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { whenIs, within } from '../../../src-shared/values/span.ts';

type CardGroups = NonNullable<OperationResult<'students.card'>>['groups'];

/** The groups of a child: those it is in by rule today, and its memberships by list, past ones last. */
export async function groupsOf(db: DomainReader, studentId: string, today: Day): Promise<CardGroups> {
  const listed = await db
    .selectFrom('studentMembership')
    .innerJoin('schoolGroup', 'schoolGroup.id', 'studentMembership.groupId')
    .select(['schoolGroup.id as groupId', 'schoolGroup.name', 'schoolGroup.kind'])
    .select(['studentMembership.id as membershipId', 'studentMembership.fromDay'])
    .select('studentMembership.untilDay')
    .select(['schoolGroup.fromDay as begins', 'schoolGroup.untilDay as ends'])
    .where('studentMembership.studentId', '=', studentId)
    .execute();
  const ruled = await db
    .selectFrom('schoolGroup')
    .select(['id as groupId', 'name', 'kind'])
    .where('rule', 'is not', null)
    .execute();
  const members = await studentsOfGroups(
    db,
    ruled.map(({ groupId }) => groupId),
    today,
  );
  const byRule = ruled
    .filter(({ groupId }) => members.get(groupId)?.has(studentId))
    .map((group) => ({ ...group, membershipId: null, fromDay: null, untilDay: null, current: true }));
  const byList = listed.map(({ begins, ends, ...group }) => {
    const span = within(group, { fromDay: begins, untilDay: ends });
    return { ...group, ...span, current: whenIs(span, today) === 'current' };
  });
  return [...byRule, ...byList].sort(
    (one, other) => Number(other.current) - Number(one.current) || (one.name < other.name ? -1 : 1),
  );
}
