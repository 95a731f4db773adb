import { z } from 'zod';
import { defineQuery } from '../contract/operation.ts';
import { staffRoles } from '../rights/roles.ts';
import { daySchema } from '../values/day.ts';

/** A colleague, as Kollegium lists them. */
export const staffLine = z.object({
  staffId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  shortName: z.string(),
  role: z.enum(staffRoles),
  leftOn: daySchema.nullable(),
  /** False once the last day is over. */
  here: z.boolean(),
});

/** Everybody of the staff by name; who has left comes last. */
export const listStaff = defineQuery('staff.list', {
  args: z.strictObject({}),
  result: z.object({ staff: z.array(staffLine) }),
  reads: ['staffMember', 'minute'],
});

export const staffOperations = { 'staff.list': listStaff } as const;
