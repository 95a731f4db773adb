import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, create, defineCommand, type RuleContext, refused } from '../contract/command.ts';
import { findGuardian } from '../guardians/rows.ts';
import type { Row } from '../tables/registry.ts';
import { daySchema } from '../values/day.ts';
import { overlapping, type Span } from '../values/span.ts';
import { findGroup, worksHere } from './commands.ts';
import { ending } from './ending.ts';
import { holdsStudents } from './words.ts';

/** The most children of one command; a school's largest list is several. */
export const ADMIT_LIMIT = 200;

const span = { fromDay: daySchema, untilDay: daySchema.nullable() };
const ofGroup = { groupId: idSchema };
/** The memberships that began; a child that was in already has none among them. */
const admitted = z.object({ membershipIds: z.array(idSchema) });
const ended = z.object({ membershipId: idSchema });
const dutySchema = z.string().trim().max(60).nullable();

/** Enters children in a group by hand. Who is in already on any of the days is left as it is. */
export const admitStudents = defineCommand('groups.admitStudents', {
  args: z.strictObject({
    ...ofGroup,
    students: z
      .array(z.strictObject({ membershipId: idSchema, studentId: idSchema }))
      .min(1)
      .max(ADMIT_LIMIT),
    ...span,
  }),
  result: admitted,
  subjects: (args) => [
    { root: 'group', id: args.groupId },
    ...args.students.map(({ studentId }) => ({ root: 'student' as const, id: studentId })),
  ],
  rule: async (context, { groupId, students, fromDay, untilDay }) => {
    if (untilDay !== null && untilDay < fromDay) return refused('rangeReversed');
    const group = await findGroup(context, groupId);
    if (!group) return refused('groupUnknown');
    if (!holdsStudents(group.kind) || group.rule !== null) return refused('listNotKept');
    const ids = students.map(({ studentId }) => studentId);
    const known = await context.db.selectFrom('student').select('id').where('id', 'in', ids).execute();
    const there = new Set(known.map(({ id }) => id));
    if (ids.some((id) => !there.has(id))) return refused('studentUnknown');
    const inside = await membersDuring(context, groupId, students, { fromDay, untilDay });
    const fresh = students.filter(
      ({ studentId }, at) => !inside.has(studentId) && ids.indexOf(studentId) === at,
    );
    return accepted(
      fresh.map(({ membershipId: id, studentId }) =>
        create('studentMembership', { id, studentId, groupId, fromDay, untilDay }),
      ),
      { membershipIds: fresh.map(({ membershipId }) => membershipId) },
    );
  },
});

/** Children who are in the group already on any day of the span, by another membership than these. */
async function membersDuring(
  context: RuleContext,
  groupId: string,
  students: readonly { readonly membershipId: string; readonly studentId: string }[],
  span: Span,
): Promise<ReadonlySet<string>> {
  const rows = await context.db
    .selectFrom('studentMembership')
    .select('studentId')
    .where('groupId', '=', groupId)
    .where(
      'studentId',
      'in',
      students.map(({ studentId }) => studentId),
    )
    .where(
      'id',
      'not in',
      students.map(({ membershipId }) => membershipId),
    )
    .where(overlapping(span))
    .execute();
  return new Set(rows.map((row) => row.studentId));
}

/** A child leaves a group; `on` is the last day, null takes an end back ({@link ending}). */
export const dismissStudent = defineCommand('groups.dismissStudent', {
  args: z.strictObject({ membershipId: idSchema, studentId: idSchema, ...ofGroup, on: daySchema.nullable() }),
  result: ended,
  subjects: (args) => [
    { root: 'group', id: args.groupId },
    { root: 'student', id: args.studentId },
  ],
  rule: async (context, { membershipId, studentId, groupId, on }) => {
    const membership = await context.db
      .selectFrom('studentMembership')
      .selectAll()
      .where('id', '=', membershipId)
      .where('studentId', '=', studentId)
      .where('groupId', '=', groupId)
      .executeTakeFirst();
    if (!membership) return refused('membershipUnknown');
    return accepted([ending('studentMembership', membership, on)], { membershipId });
  },
});

/** A guardian joins a committee, for a term. */
export const admitGuardian = defineCommand('groups.admitGuardian', {
  args: z.strictObject({
    membershipId: idSchema,
    guardianId: idSchema,
    ...ofGroup,
    duty: dutySchema,
    ...span,
  }),
  result: ended,
  subjects: (args) => [{ root: 'group', id: args.groupId }],
  rule: async (context, { membershipId, ...membership }) => {
    const refusal = await refusalFor(context, membership, ['committee']);
    if (refusal) return refusal;
    if (!(await findGuardian(context.db, membership.guardianId))) return refused('guardianUnknown');
    const known = await context.db
      .selectFrom('guardianMembership')
      .select('id')
      .where('groupId', '=', membership.groupId)
      .where('guardianId', '=', membership.guardianId)
      .where('id', '!=', membershipId)
      .where(overlapping(membership))
      .executeTakeFirst();
    if (known) return refused('alreadyThere');
    return accepted([create('guardianMembership', { id: membershipId, ...membership })], { membershipId });
  },
});

/** A member of staff joins a staff group or a committee. */
export const admitStaff = defineCommand('groups.admitStaff', {
  args: z.strictObject({ membershipId: idSchema, staffId: idSchema, ...ofGroup, duty: dutySchema, ...span }),
  result: ended,
  subjects: (args) => [{ root: 'group', id: args.groupId }],
  rule: async (context, { membershipId, ...membership }) => {
    const refusal = await refusalFor(context, membership, ['committee', 'staff']);
    if (refusal) return refusal;
    if (!(await worksHere(context, membership.staffId, membership.fromDay))) return refused('staffUnknown');
    const known = await context.db
      .selectFrom('staffMembership')
      .select('id')
      .where('groupId', '=', membership.groupId)
      .where('staffId', '=', membership.staffId)
      .where('id', '!=', membershipId)
      .where(overlapping(membership))
      .executeTakeFirst();
    if (known) return refused('alreadyThere');
    return accepted([create('staffMembership', { id: membershipId, ...membership })], { membershipId });
  },
});

/** A guardian leaves a committee; `on` as in {@link dismissStudent}. */
export const dismissGuardian = defineCommand('groups.dismissGuardian', {
  args: z.strictObject({ membershipId: idSchema, ...ofGroup, on: daySchema.nullable() }),
  result: ended,
  subjects: (args) => [{ root: 'group', id: args.groupId }],
  rule: async (context, { membershipId, groupId, on }) => {
    const membership = await context.db
      .selectFrom('guardianMembership')
      .selectAll()
      .where('id', '=', membershipId)
      .where('groupId', '=', groupId)
      .executeTakeFirst();
    if (!membership) return refused('membershipUnknown');
    return accepted([ending('guardianMembership', membership, on)], { membershipId });
  },
});

/** A member of staff leaves a staff group or committee; `on` as in {@link dismissStudent}. */
export const dismissStaff = defineCommand('groups.dismissStaff', {
  args: z.strictObject({ membershipId: idSchema, ...ofGroup, on: daySchema.nullable() }),
  result: ended,
  subjects: (args) => [{ root: 'group', id: args.groupId }],
  rule: async (context, { membershipId, groupId, on }) => {
    const membership = await context.db
      .selectFrom('staffMembership')
      .selectAll()
      .where('id', '=', membershipId)
      .where('groupId', '=', groupId)
      .executeTakeFirst();
    if (!membership) return refused('membershipUnknown');
    return accepted([ending('staffMembership', membership, on)], { membershipId });
  },
});

async function refusalFor(
  context: RuleContext,
  { groupId, fromDay, untilDay }: { groupId: string; fromDay: string; untilDay: string | null },
  kinds: readonly Row<'schoolGroup'>['kind'][],
) {
  if (untilDay !== null && untilDay < fromDay) return refused('rangeReversed');
  const group = await findGroup(context, groupId);
  if (!group) return refused('groupUnknown');
  return kinds.includes(group.kind) ? undefined : refused('listNotKept');
}
