import { z } from 'zod';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';
import { rosterPhoneSchema } from './types.ts';

export const currentStudentSchema = z.object({
  id: z.string(),
  importKey: z.string().nullable(),
  givenName: z.string(),
  familyName: z.string(),
  className: z.string().nullable(),
  birthDate: daySchema.nullable(),
  /** The last day of a child that has left; null while it is at the school. */
  leftOn: daySchema.nullable(),
  /** At the school, and its last day is set already. */
  isLeaving: z.boolean(),
});
export type CurrentStudent = z.output<typeof currentStudentSchema>;

export const currentGuardianSchema = z.object({
  id: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  phones: z.array(rosterPhoneSchema),
  emails: z.array(z.string()),
});
export type CurrentGuardian = z.output<typeof currentGuardianSchema>;

/** The school as it stands, as far as an import can change it. Children who have left are included. */
export const currentRosterSchema = z.object({
  classes: z.array(z.object({ id: z.string(), name: z.string(), gradeLevel: z.number().int() })),
  students: z.array(currentStudentSchema),
  guardians: z.array(currentGuardianSchema),
  guardianships: z.array(
    z.object({
      studentId: z.string(),
      guardianId: z.string(),
      relation: z.enum(guardianRelations).nullable(),
    }),
  ),
});
export type CurrentRoster = z.output<typeof currentRosterSchema>;
