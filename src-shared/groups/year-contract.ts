import { z } from 'zod';
import { defineQuery } from '../contract/operation.ts';
import { daySchema } from '../values/day.ts';

/** A class of the year that ends, and what is proposed for it. */
export const endingClass = z.object({
  classId: z.uuid(),
  name: z.string(),
  gradeLevel: z.number(),
  /** Class teachers, who go along. */
  teachers: z.array(z.string()),
  students: z.array(z.object({ studentId: z.uuid(), givenName: z.string(), familyName: z.string() })),
  following: z.object({ kind: z.enum(['moves', 'leaves', 'unclear']), name: z.string() }),
});

/** The change into the school year of today: what is proposed, or what was done already. */
export const newYear = defineQuery('groups.newYear', {
  args: z.strictObject({}),
  result: z.object({
    schoolYear: z.string(),
    firstDay: daySchema,
    /** Classes of an earlier year; none: the year has changed already. */
    classes: z.array(endingClass),
    /** Names of classes that are in this year already: no other can have one of them. */
    alreadyThere: z.array(z.string()),
    /** Children who are in no class. */
    withoutClass: z.number(),
    /** The first day of the next school year. */
    nextFrom: daySchema,
    /** The change into this school year, if it was made here and stands. */
    change: z
      .object({ changeId: z.uuid(), firstDay: daySchema, at: z.iso.datetime(), actorName: z.string() })
      .nullable(),
  }),
  reads: [
    'schoolClass',
    'student',
    'classAssignment',
    'staffMember',
    'rollCall',
    'schoolYearChange',
    'minute',
  ],
});
