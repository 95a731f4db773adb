import { z } from 'zod';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';
import { rosterPhoneSchema } from './types.ts';

const address = {
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
};

/**
 * What an import does, in the order in which it must be done: classes, children, guardians, ties.
 * `className` always names a class of the school or one that an earlier `addClass` makes.
 */
export const importStepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('addClass'),
    classId: z.string(),
    name: z.string(),
    gradeLevel: z.number().int(),
  }),
  z.object({
    kind: z.literal('addStudent'),
    studentId: z.string(),
    importKey: z.string().nullable(),
    givenName: z.string(),
    familyName: z.string(),
    birthDate: daySchema.nullable(),
    className: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('correctStudent'),
    studentId: z.string(),
    /** `importKey: null` takes a key away that now belongs to another child. */
    fields: z
      .object({
        givenName: z.string(),
        familyName: z.string(),
        birthDate: daySchema,
        importKey: z.string().nullable(),
      })
      .partial(),
  }),
  z.object({ kind: z.literal('moveStudent'), studentId: z.string(), className: z.string() }),
  z.object({ kind: z.literal('readmitStudent'), studentId: z.string(), className: z.string().nullable() }),
  z.object({ kind: z.literal('markLeft'), studentId: z.string(), on: daySchema }),
  z.object({
    kind: z.literal('addGuardian'),
    guardianId: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    ...address,
    phones: z.array(rosterPhoneSchema),
    emails: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('correctGuardian'),
    guardianId: z.string(),
    fields: z
      .object({
        givenName: z.string(),
        familyName: z.string(),
        street: z.string(),
        postalCode: z.string(),
        city: z.string(),
      })
      .partial(),
    /** Put behind the contacts that are there; none is taken away. */
    addPhones: z.array(rosterPhoneSchema),
    addEmails: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('linkGuardian'),
    guardianshipId: z.string(),
    studentId: z.string(),
    guardianId: z.string(),
    relation: z.enum(guardianRelations).nullable(),
  }),
]);
export type ImportStep = z.output<typeof importStepSchema>;

/** The answers of the person who looked at the preview. Everything not named keeps its suggestion. */
export const importDecisionsSchema = z.object({
  /** Refs of suggested things that shall not be done. */
  declined: z.array(z.string()),
  /** Refs of things that were not suggested and shall be done. */
  accepted: z.array(z.string()),
  /** Ref of a possible student or guardian → the id of the same person, or `new`. */
  samePerson: z.record(z.string(), z.string()),
  /** The day on which those marked as left were last at the school. */
  leftOn: daySchema,
});
export type ImportDecisions = z.output<typeof importDecisionsSchema>;
