import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import type { Span } from '../../src-shared/values/span.ts';

type GroupDetail = NonNullable<OperationResult<'groups.detail'>>;

/** Somebody in a class or group, whoever it is. */
export interface MemberRow {
  readonly key: string;
  readonly kind: 'student' | 'guardian' | 'staff';
  readonly personId: string;
  /** Null: in by class or by a rule; nobody entered it. */
  readonly membershipId: string | null;
  /** As it is sorted: family name first. */
  readonly listed: string;
  readonly name: string;
  /** Class of a child; children of a guardian. */
  readonly beside: string;
  readonly duty: string;
  readonly span: Span | null;
  readonly when: 'past' | 'current' | 'future';
}

/** Children as rows. */
export function studentRows(students: GroupDetail['students']): MemberRow[] {
  return students.map(({ studentId, givenName, familyName, className, membershipId, fromDay, ...one }) => ({
    key: membershipId ?? studentId,
    kind: 'student',
    personId: studentId,
    membershipId,
    listed: `${familyName}, ${givenName}`,
    name: `${givenName} ${familyName}`,
    beside: className,
    duty: '',
    span: fromDay === null ? null : { fromDay, untilDay: one.untilDay },
    when: one.when,
  }));
}

/** Everybody in a group as rows: children, guardians of a committee, colleagues. */
export function memberRows(group: GroupDetail): MemberRow[] {
  const guardians = group.guardians.map((one) => ({
    ...plain(one),
    kind: 'guardian' as const,
    personId: one.guardianId,
    beside: one.students.join(', '),
  }));
  const staff = group.staff.map((one) => ({
    ...plain(one),
    kind: 'staff' as const,
    personId: one.staffId,
    beside: '',
  }));
  return [...studentRows(group.students), ...guardians, ...staff];
}

type Entered = GroupDetail['guardians'][number] | GroupDetail['staff'][number];

function plain({ membershipId, name, duty, fromDay, untilDay, when }: Entered) {
  const [last = name] = name.split(' ').slice(-1);
  const listed = last === name ? name : `${last}, ${name.slice(0, -last.length - 1)}`;
  const span = { fromDay, untilDay };
  return { key: membershipId, membershipId, listed, name, duty: duty ?? '', span, when };
}
