import { z } from 'zod';
import { assignmentKinds } from '../classes/words.ts';
import { defineQuery } from '../contract/operation.ts';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';
import { groupRuleSchema } from './rule.ts';
import { groupKinds } from './words.ts';
import { newYear } from './year-contract.ts';

const named = { studentId: z.uuid(), givenName: z.string(), familyName: z.string(), className: z.string() };
const span = { fromDay: daySchema, untilDay: daySchema.nullable() };
/** Where a span stands today. */
const when = z.enum(['past', 'current', 'future']);

/** A colleague responsible for a class, and for how long. */
export const assignmentView = z.object({
  assignmentId: z.uuid(),
  staffId: z.uuid(),
  name: z.string(),
  kind: z.enum(assignmentKinds),
  ...span,
  when,
});

/** A colleague who leads a group. */
export const leadView = z.object({
  leadId: z.uuid(),
  staffId: z.uuid(),
  name: z.string(),
  ...span,
  when,
});

/** A line of Gruppen. `members` null: this person may not see who is in it. */
export const groupLine = z.object({
  groupId: z.uuid(),
  name: z.string(),
  kind: z.enum(groupKinds),
  byRule: z.boolean(),
  ...span,
  when,
  leads: z.array(z.string()),
  members: z.number().nullable(),
});

export const classLine = z.object({
  classId: z.uuid(),
  name: z.string(),
  gradeLevel: z.number(),
  /** Class teachers today. */
  teachers: z.array(z.string()),
  /** Colleagues who stand in today. */
  substitutes: z.array(z.string()),
  students: z.number(),
});

const groupReads = [
  'schoolClass',
  'schoolGroup',
  'groupLead',
  'classAssignment',
  'staffMember',
  'student',
  'studentDetail',
  'studentMembership',
  'guardianMembership',
  'staffMembership',
  'minute',
] as const;

/** All classes and groups of the school; past groups last. */
export const listGroups = defineQuery('groups.list', {
  args: z.strictObject({}),
  result: z.object({ classes: z.array(classLine), groups: z.array(groupLine) }),
  reads: groupReads,
});

/**
 * A child in a class or group. `membershipId` null: by class or by rule; of a class, `fromDay` is the first day in it where
 * that is known.
 */
export const studentMember = z.object({
  ...named,
  membershipId: z.uuid().nullable(),
  fromDay: daySchema.nullable(),
  untilDay: daySchema.nullable(),
  when,
});

const inheritor = z.object({
  guardianId: z.uuid(),
  name: z.string(),
  relation: z.enum(guardianRelations),
  /** The child they belong to the group by. */
  student: z.string(),
  blocked: z.boolean(),
});

/** Who sees what of the members, because of this class or group; `until` null while no end is known. */
const viewer = z.object({ staffId: z.uuid(), name: z.string(), untilDay: daySchema.nullable() });

/** One group with everybody in it. */
export const groupDetail = defineQuery('groups.detail', {
  args: z.strictObject({ groupId: z.uuid() }),
  result: z
    .object({
      groupId: z.uuid(),
      name: z.string(),
      kind: z.enum(groupKinds),
      rule: groupRuleSchema.nullable(),
      note: z.string().nullable(),
      ...span,
      when,
      leads: z.array(leadView),
      /** False: this person sees only those of its members who are their own children. */
      complete: z.boolean(),
      students: z.array(studentMember),
      guardians: z.array(
        z.object({
          membershipId: z.uuid(),
          guardianId: z.uuid(),
          name: z.string(),
          duty: z.string().nullable(),
          /** Children of today, so that it is clear whose parent it is. */
          students: z.array(z.string()),
          ...span,
          when,
        }),
      ),
      staff: z.array(
        z.object({
          membershipId: z.uuid(),
          staffId: z.uuid(),
          name: z.string(),
          duty: z.string().nullable(),
          ...span,
          when,
        }),
      ),
      inheritors: z.array(inheritor),
      viewers: z.array(viewer),
    })
    .nullable(),
  reads: [...groupReads, 'guardian', 'guardianship'],
});

/** One class with its children and those responsible for it. */
export const classDetail = defineQuery('groups.ofClass', {
  args: z.strictObject({ classId: z.uuid() }),
  result: z
    .object({
      classId: z.uuid(),
      name: z.string(),
      gradeLevel: z.number(),
      schoolYear: z.string(),
      assignments: z.array(assignmentView),
      students: z.array(studentMember),
      inheritors: z.array(inheritor),
      viewers: z.array(viewer),
    })
    .nullable(),
  reads: [...groupReads, 'guardian', 'guardianship', 'classMove'],
});

/** How many children a rule takes in today; asked while it is being put together. */
export const countRule = defineQuery('groups.countRule', {
  args: z.strictObject({ rule: groupRuleSchema }),
  result: z.object({ students: z.number() }),
  reads: ['student', 'studentDetail', 'schoolClass', 'minute'],
});

export const groupOperations = {
  'groups.list': listGroups,
  'groups.detail': groupDetail,
  'groups.ofClass': classDetail,
  'groups.countRule': countRule,
  'groups.newYear': newYear,
} as const;
