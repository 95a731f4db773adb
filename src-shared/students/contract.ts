import { z } from 'zod';
import { defineQuery } from '../contract/operation.ts';
import { groupKinds } from '../groups/words.ts';
import { contactKinds, guardianKinds } from '../guardians/words.ts';
import { historyLine } from '../history/contract.ts';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';

const named = { studentId: z.uuid(), givenName: z.string(), familyName: z.string(), className: z.string() };

/** A child in the directory. Null: not known, or not for this person. */
export const directoryLine = z.object({
  ...named,
  classId: z.uuid().nullable(),
  gradeLevel: z.number().nullable(),
  /** The last day at the school. */
  leftOn: daySchema.nullable(),
  /** True where the person may see more than name and class. */
  own: z.boolean(),
  birthDate: daySchema.nullable(),
  allDayCare: z.boolean().nullable(),
  lunch: z.boolean().nullable(),
  earlyPickupAt: z.string().nullable(),
  /** Not blocked ones, whom to call first first. */
  guardians: z.array(
    z.object({ guardianId: z.uuid(), name: z.string(), relation: z.enum(guardianRelations) }),
  ),
  /** The number to try first. */
  phone: z.string().nullable(),
  city: z.string().nullable(),
  languages: z.array(z.string()),
  /** Somebody is blocked: whoever hands the child out has to look. */
  blockedGuardian: z.boolean(),
  groups: z.array(z.string()),
});

const directoryReads = [
  'student',
  'studentDetail',
  'schoolClass',
  'guardian',
  'guardianship',
  'guardianContact',
  'guardianAddress',
  'schoolGroup',
  'studentMembership',
  'minute',
] as const;

/** All children of the school by class and name; those who have left only when asked for. */
export const studentDirectory = defineQuery('students.directory', {
  args: z.strictObject({ withLeft: z.boolean().default(false) }),
  result: z.object({ lines: z.array(directoryLine) }),
  reads: directoryReads,
});

/** A guardian as a child's card shows them. */
export const cardGuardian = z.object({
  guardianId: z.uuid(),
  guardianshipId: z.uuid(),
  kind: z.enum(guardianKinds),
  givenName: z.string(),
  familyName: z.string(),
  language: z.string().nullable(),
  relation: z.enum(guardianRelations),
  hasCustody: z.boolean(),
  powerOfAttorney: z.boolean(),
  livesWith: z.boolean(),
  blocked: z.boolean(),
  contactOrder: z.number(),
  contacts: z.array(
    z.object({
      contactId: z.uuid(),
      kind: z.enum(contactKinds),
      label: z.string().nullable(),
      value: z.string(),
    }),
  ),
  address: z
    .object({
      street: z.string(),
      postalCode: z.string(),
      city: z.string(),
      householdId: z.uuid().nullable(),
    })
    .nullable(),
  /** The other children this guardian is responsible for. */
  otherStudents: z.array(z.object(named)),
});
export type CardGuardian = z.output<typeof cardGuardian>;

/** A group a child is in today, or was in or will be in by a list. */
export const cardGroup = z.object({
  groupId: z.uuid(),
  name: z.string(),
  kind: z.enum(groupKinds),
  /** Null: by rule, as long as it fits. */
  membershipId: z.uuid().nullable(),
  fromDay: daySchema.nullable(),
  untilDay: daySchema.nullable(),
  current: z.boolean(),
});

/** Everything about one child that this person may see. */
export const studentCard = defineQuery('students.card', {
  args: z.strictObject({ studentId: z.uuid() }),
  result: z
    .object({
      ...named,
      classId: z.uuid().nullable(),
      classTeachers: z.array(z.string()),
      leftOn: daySchema.nullable(),
      own: z.boolean(),
      birthDate: daySchema.nullable(),
      age: z.number().nullable(),
      /** 18 or older: signs for itself. */
      adult: z.boolean(),
      importKey: z.string().nullable(),
      allDayCare: z.boolean(),
      lunch: z.boolean(),
      earlyPickupAt: z.string().nullable(),
      siblings: z.array(z.object(named)),
      guardians: z.array(cardGuardian),
      emergencyContacts: z.array(
        z.object({ contactId: z.uuid(), name: z.string(), relation: z.string(), phone: z.string() }),
      ),
      pickups: z.array(z.object({ pickupId: z.uuid(), name: z.string(), relation: z.string() })),
      groups: z.array(cardGroup),
      /** Newest first; of the child, its contacts and its guardians. */
      history: z.array(historyLine),
    })
    .nullable(),
  reads: [
    ...directoryReads,
    'classAssignment',
    'staffMember',
    'emergencyContact',
    'authorisedPickup',
    'studentEvent',
    'contactEvent',
    'guardianEvent',
    'studentAlias',
    'schoolYearChange',
    'classMove',
  ],
});

/** Guardians of the school by the beginnings of their names, with their children: nobody is entered twice. */
export const findGuardians = defineQuery('students.guardians', {
  args: z.strictObject({ text: z.string().max(120) }),
  result: z.object({
    guardians: z.array(z.object({ guardianId: z.uuid(), name: z.string(), students: z.array(z.string()) })),
  }),
  reads: ['guardian', 'guardianship', 'student', 'schoolClass'],
});

/** One entry of somebody who may have been entered twice. */
const guardianEntry = z.object({
  guardianId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  language: z.string().nullable(),
  contacts: z.array(z.string()),
  /** Street, postal code and town as one line; null: none is known. */
  address: z.string().nullable(),
  students: z.array(z.string()),
});

/** Guardians who may be one person: the same name in any spelling, and a number, a mail address or a child in common. */
export const duplicateGuardians = defineQuery('students.duplicateGuardians', {
  args: z.strictObject({}),
  result: z.object({
    pairs: z.array(
      z.object({ reason: z.enum(['sameContact', 'sameChild']), one: guardianEntry, other: guardianEntry }),
    ),
  }),
  reads: ['guardian', 'guardianContact', 'guardianAddress', 'guardianship', 'student', 'schoolClass'],
});

/** The merges that can still be taken back, the latest first. */
export const guardianMerges = defineQuery('students.guardianMerges', {
  args: z.strictObject({}),
  result: z.object({
    merges: z.array(
      z.object({
        mergeId: z.uuid(),
        /** The one who stayed. */
        guardianId: z.uuid(),
        name: z.string(),
        /** As the entry that went was called. */
        lostName: z.string(),
        at: z.string(),
        by: z.string(),
        /** The last day on which it can be taken back. */
        until: daySchema,
      }),
    ),
  }),
  reads: ['guardianMerge', 'guardian', 'schoolSetting'],
});

export const studentOperations = {
  'students.directory': studentDirectory,
  'students.card': studentCard,
  'students.guardians': findGuardians,
  'students.duplicateGuardians': duplicateGuardians,
  'students.guardianMerges': guardianMerges,
} as const;
