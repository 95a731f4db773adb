import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import { onlyGiven } from '../absences/rows.ts';
import { accepted, create, defineCommand, put, refused } from '../contract/command.ts';
import { staffRoles } from '../rights/roles.ts';
import { daySchema } from '../values/day.ts';

const ofStaff = { staffId: idSchema };
const named = z.object(ofStaff);
const subjects = () => [{ root: 'school' as const, id: '-' }];

const staffFields = {
  givenName: z.string().trim().min(1).max(120),
  familyName: z.string().trim().min(1).max(120),
  /** Kürzel, as timetables have it. */
  shortName: z.string().trim().min(1).max(12),
};

/** A colleague begins. Whether and how they sign in is a matter of their account. */
export const addStaff = defineCommand('staff.add', {
  args: z.strictObject({ ...ofStaff, ...staffFields, role: z.enum(staffRoles) }),
  result: named,
  subjects,
  rule: async (_context, { staffId: id, ...fields }) =>
    accepted([create('staffMember', { id, ...fields, leftOn: null })], { staffId: id }),
});

/** Corrects the name of a colleague, or gives them another role: from then on they see what that role sees. */
export const correctStaff = defineCommand('staff.correct', {
  args: z.strictObject({
    ...ofStaff,
    fields: z.strictObject({ ...staffFields, role: z.enum(staffRoles) }).partial(),
  }),
  result: named,
  subjects,
  rule: async (context, { staffId, fields }) => {
    const before = await context.db
      .selectFrom('staffMember')
      .selectAll()
      .where('id', '=', staffId)
      .executeTakeFirst();
    if (!before) return refused('staffUnknown');
    const after = { ...before, ...onlyGiven(fields) };
    // Whoever takes the right to do this away from themselves can't take it back.
    if (staffId === context.actor.id && after.role !== before.role) return refused('ownRole');
    return accepted([put('staffMember', after)], { staffId });
  },
});

/** A colleague leaves; `on` is the last day, null takes it back. */
export const leaveStaff = defineCommand('staff.leave', {
  args: z.strictObject({ ...ofStaff, on: daySchema.nullable() }),
  result: named,
  subjects,
  rule: async (context, { staffId, on }) => {
    const before = await context.db
      .selectFrom('staffMember')
      .selectAll()
      .where('id', '=', staffId)
      .executeTakeFirst();
    if (!before) return refused('staffUnknown');
    if (staffId === context.actor.id && on !== null) return refused('ownRole');
    return accepted([put('staffMember', { ...before, leftOn: on })], { staffId });
  },
});
