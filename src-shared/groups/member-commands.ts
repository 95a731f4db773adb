import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { accepted, create, defineCommand, put, type RuleContext, refused } from '../contract/command.ts';
import { findGuardian } from '../guardians/rows.ts';
import type { Row } from '../tables/registry.ts';
import { daySchema } from '../values/day.ts';
import { endedOn, findGroup, worksHere } from './commands.ts';
import { holdsStudents } from './words.ts';

/** The most children of one command; a school's largest list is several. */
export const ADMIT_LIMIT = 200;

const span = { fromDay: daySchema, untilDay: daySchema.nullable() };
const ofGroup = { groupId: idSchema };
const admitted = z.object({ admitted: z.number().int() });
const ended = z.object({ membershipId: idSchema });
const dutySchema = z.string().trim().max(60).nullable();

/** Enters children in a group by hand. Who is in already is left as it is. */
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
    const inside = await membersDuring(context, groupId, ids, fromDay);
    const fresh = students.filter(({ studentId }) => !inside.has(studentId));
    return accepted(
      fresh.map(({ membershipId: id, studentId }) =>
        create('studentMembership', { id, studentId, groupId, fromDay, untilDay }),
      ),
      { admitted: fresh.length },
    );
  },
});

/** Children whose membership covers the day already. */
async function membersDuring(
  context: RuleContext,
  groupId: string,
  studentIds: readonly string[],
  day: string,
): Promise<ReadonlySet<string>> {
  const rows = await context.db
    .selectFrom('studentMembership')
    .select('studentId')
    .where('groupId', '=', groupId)
    .where('studentId', 'in', [...studentIds])
    .where('fromDay', '<=', day)
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', day)]))
    .execute();
  return new Set(rows.map((row) => row.studentId));
}

/** A child leaves a group; `on` is the last day. */
export const dismissStudent = defineCommand('groups.dismissStudent', {
  args: z.strictObject({ membershipId: idSchema, studentId: idSchema, ...ofGroup, on: daySchema }),
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
    return accepted([put('studentMembership', endedOn(membership, on))], { membershipId });
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
    if (!(await worksHere(context, membership.staffId))) return refused('staffUnknown');
    return accepted([create('staffMembership', { id: membershipId, ...membership })], { membershipId });
  },
});

/** A guardian leaves a committee; `on` is the last day. */
export const dismissGuardian = defineCommand('groups.dismissGuardian', {
  args: z.strictObject({ membershipId: idSchema, ...ofGroup, on: daySchema }),
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
    return accepted([put('guardianMembership', endedOn(membership, on))], { membershipId });
  },
});

/** A member of staff leaves a staff group or committee; `on` is the last day. */
export const dismissStaff = defineCommand('groups.dismissStaff', {
  args: z.strictObject({ membershipId: idSchema, ...ofGroup, on: daySchema }),
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
    return accepted([put('staffMembership', endedOn(membership, on))], { membershipId });
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
