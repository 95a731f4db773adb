import { z } from 'zod';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';
import { rosterProblemSchema } from './problems.ts';
import { nameRelations } from './similar-name.ts';
import { parsedRosterSchema, rosterPhoneSchema } from './types.ts';

/**
 * What an import would do. Each thing that can be ticked has a `ref`; `suggested` says whether the tick is set
 * before anybody has looked. A ref is stable as long as file and school stay the same.
 */
const tickable = { ref: z.string(), suggested: z.boolean() };
const named = { givenName: z.string(), familyName: z.string() };
const fromFile = { file: z.string(), line: z.number().int().positive() };

const changedFields = [
  'givenName',
  'familyName',
  'birthDate',
  'importKey',
  'street',
  'postalCode',
  'city',
  'phones',
  'emails',
] as const;

/** One field before and after. For `phones` and `emails`, `after` is what is added; nothing is taken away. */
export const fieldChangeSchema = z.object({
  ...tickable,
  field: z.enum(changedFields),
  before: z.string().nullable(),
  after: z.string(),
});
export type FieldChange = z.output<typeof fieldChangeSchema>;

const classMoveSchema = z.object({ ...tickable, before: z.string().nullable(), after: z.string() });
export type ClassMove = z.output<typeof classMoveSchema>;

export const studentRowSchema = z.object({
  ...fromFile,
  ...named,
  ref: z.string(),
  importKey: z.string().nullable(),
  className: z.string().nullable(),
  birthDate: daySchema.nullable(),
});
/** A line of a students file, after lines that mean the same child were put together. */
export type StudentRow = z.output<typeof studentRowSchema>;

/** Why two people may be one: how the names differ, or what else speaks for or against it. */
export const sameReasons = [
  ...nameRelations,
  'sameBirthDate',
  'otherImportKey',
  'otherBirthDate',
  'otherClass',
  'importKeyOtherName',
  'sameNameTwice',
  'otherContact',
  'noContact',
] as const;
export type SameReason = (typeof sameReasons)[number];

export const studentCandidateSchema = z.object({
  ...named,
  studentId: z.string(),
  className: z.string().nullable(),
  birthDate: daySchema.nullable(),
  importKey: z.string().nullable(),
  leftOn: daySchema.nullable(),
  reason: z.enum(sameReasons),
  /** What would change if it is the same child. */
  changes: z.array(fieldChangeSchema),
  moved: classMoveSchema.nullable(),
});
export type StudentCandidate = z.output<typeof studentCandidateSchema>;

/** A guardian of the file: all lines that mean one person. */
export const guardianPersonSchema = z.object({
  ...fromFile,
  ...named,
  ref: z.string(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  phones: z.array(rosterPhoneSchema),
  emails: z.array(z.string()),
});
export type GuardianPerson = z.output<typeof guardianPersonSchema>;

/** Phones and e-mails are added as they are; `changes` shows them joined by `, `. */
const contactAdditions = { addPhones: z.array(rosterPhoneSchema), addEmails: z.array(z.string()) };

export const guardianCandidateSchema = z.object({
  ...named,
  ...contactAdditions,
  /** A guardian of the school, or the ref of another guardian of the file. */
  guardianId: z.string(),
  city: z.string().nullable(),
  reason: z.enum(sameReasons),
  changes: z.array(fieldChangeSchema),
});
export type GuardianCandidate = z.output<typeof guardianCandidateSchema>;

const changedStudent = z.object({
  ...fromFile,
  ...named,
  studentId: z.string(),
  className: z.string().nullable(),
  changes: z.array(fieldChangeSchema),
});
const movedStudent = z.object({ ...fromFile, ...named, studentId: z.string(), ...classMoveSchema.shape });
const returnedStudent = z.object({
  ...tickable,
  ...fromFile,
  ...named,
  studentId: z.string(),
  leftOn: daySchema,
  className: z.string().nullable(),
});
const leftStudent = z.object({
  ...tickable,
  ...named,
  studentId: z.string(),
  className: z.string().nullable(),
  /** False when nobody of the child's class is in the file: then the file probably leaves the class out. */
  classInFile: z.boolean(),
});
const guardianshipLink = z.object({
  ...tickable,
  ...fromFile,
  /** An id of the school, or the ref of a line or of a guardian of the file. */
  studentRef: z.string(),
  guardianRef: z.string(),
  studentName: z.string(),
  guardianName: z.string(),
  relation: z.enum(guardianRelations).nullable(),
});
export type GuardianshipLink = z.output<typeof guardianshipLink>;

export const rosterPreviewSchema = z.object({
  sources: z.array(
    parsedRosterSchema
      .pick({ file: true, format: true, encoding: true, separator: true, covers: true })
      .extend({ students: z.number().int(), guardians: z.number().int() }),
  ),
  newClasses: z.array(z.object({ name: z.string(), gradeLevel: z.number().int() })),
  newStudents: z.array(studentRowSchema.extend({ suggested: z.boolean() })),
  changedStudents: z.array(changedStudent),
  movedStudents: z.array(movedStudent),
  returnedStudents: z.array(returnedStudent),
  leftStudents: z.array(leftStudent),
  /** Needs an answer: a child of the school, or a new one. Unanswered, the line waits and nothing happens. */
  possibleStudents: z.array(
    studentRowSchema.extend({
      candidates: z.array(studentCandidateSchema),
      suggestedId: z.string().nullable(),
    }),
  ),
  newGuardians: z.array(guardianPersonSchema.extend({ suggested: z.boolean() })),
  changedGuardians: z.array(
    z.object({
      ...fromFile,
      ...named,
      ...contactAdditions,
      guardianId: z.string(),
      changes: z.array(fieldChangeSchema),
    }),
  ),
  possibleGuardians: z.array(
    guardianPersonSchema.extend({
      candidates: z.array(guardianCandidateSchema),
      suggestedId: z.string().nullable(),
    }),
  ),
  newGuardianships: z.array(guardianshipLink),
  /** `studentId guardianId` of ties that exist between those an answer may still bring together. */
  knownGuardianships: z.array(z.string()),
  unchanged: z.object({ students: z.number().int(), guardians: z.number().int() }),
  unreadable: z.array(rosterProblemSchema),
  notes: z.array(rosterProblemSchema),
});
export type RosterPreview = z.output<typeof rosterPreviewSchema>;

/** True for a name that only the preview gives (a line, a guardian of the file), false for an id of the school. */
export function isRef(refOrId: string): boolean {
  return refOrId.startsWith('student:') || refOrId.startsWith('guardian:');
}

/** True when the school already says what the files say, and nobody has to decide anything. */
export function isNothingToDo(preview: RosterPreview): boolean {
  const { newClasses, newStudents, changedStudents, movedStudents, returnedStudents, leftStudents } = preview;
  const { possibleStudents, newGuardians, changedGuardians, possibleGuardians, newGuardianships } = preview;
  return [
    newClasses,
    newStudents,
    changedStudents,
    movedStudents,
    returnedStudents,
    leftStudents,
    possibleStudents,
    newGuardians,
    changedGuardians,
    possibleGuardians,
    newGuardianships,
  ].every((list) => list.length === 0);
}
