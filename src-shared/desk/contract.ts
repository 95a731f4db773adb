import { z } from 'zod';
import { absenceReasons, absenceSpans, reportChannels } from '../absences/words.ts';
import { callDraftSchema } from '../calls/draft.ts';
import { defineAction, defineQuery } from '../contract/operation.ts';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';

const range = z.tuple([z.number().int(), z.number().int()]);

/** A report or absence that already covers the day. */
export const knownAbsence = z.object({
  absenceId: z.uuid().nullable(),
  reportId: z.uuid().nullable(),
  state: z.enum(['recorded', 'waiting']),
  channel: z.enum(reportChannels).nullable(),
  takenAt: z.iso.datetime().nullable(),
  reporterName: z.string(),
  reporterRelation: z.string(),
  fromDay: daySchema,
  untilDay: daySchema.nullable(),
  span: z.enum(absenceSpans),
  atTime: z.string().nullable(),
  /** Null where the person may not know it. */
  reason: z.enum(absenceReasons).nullable(),
});

/** One line of the type-ahead list. Ranges are [start, end) in the displayed text. */
export const studentHit = z.object({
  studentId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  className: z.string(),
  birthDate: daySchema.nullable(),
  guardians: z.array(z.object({ guardianId: z.uuid(), name: z.string() })),
  matchedBy: z.enum(['name', 'guardian', 'phone', 'class']),
  ranges: z.object({
    familyName: z.array(range),
    givenName: z.array(range),
    guardian: z.array(range),
    guardianId: z.uuid().nullable(),
  }),
  alreadyReported: knownAbsence.nullable(),
  certificateDuty: z.boolean(),
  absentOnSchoolDayBefore: z.boolean(),
  /** Whether whoever works here may take down an absence; a teacher sees every child's name, but only that. */
  own: z.boolean(),
});

/** Children by name in any order and spelling, class, guardian's name, last digits of a phone number. */
export const searchStudents = defineQuery('desk.searchStudents', {
  args: z.strictObject({ query: z.string().max(200), limit: z.number().int().min(1).max(50).default(8) }),
  result: z.object({ hits: z.array(studentHit) }),
  reads: [
    'student',
    'studentDetail',
    'guardian',
    'guardianship',
    'guardianContact',
    'absence',
    'absenceReport',
    'certificateDuty',
    'schoolClass',
    'freePeriod',
    'minute',
  ],
});

/** All the phone desk needs about one child. */
export const deskStudent = defineQuery('desk.student', {
  args: z.strictObject({ studentId: z.uuid(), day: daySchema.optional() }),
  result: z
    .object({
      student: z.object({
        studentId: z.uuid(),
        givenName: z.string(),
        familyName: z.string(),
        classId: z.uuid().nullable(),
        className: z.string(),
        birthDate: daySchema.nullable(),
        allDayCare: z.boolean(),
        lunch: z.boolean(),
        earlyPickupAt: z.string().nullable(),
      }),
      guardians: z.array(
        z.object({
          guardianId: z.uuid(),
          name: z.string(),
          relation: z.enum(guardianRelations),
          hasCustody: z.boolean(),
          blocked: z.boolean(),
          contactOrder: z.number(),
          phones: z.array(z.object({ label: z.string().nullable(), number: z.string() })),
        }),
      ),
      emergencyContacts: z.array(z.object({ name: z.string(), relation: z.string(), phone: z.string() })),
      siblings: z.array(
        z.object({
          studentId: z.uuid(),
          givenName: z.string(),
          familyName: z.string(),
          className: z.string(),
          alreadyAbsent: z.boolean(),
        }),
      ),
      known: z.array(knownAbsence),
      /** The absence of the school day before, if any. */
      dayBefore: z.object({ reason: z.enum(absenceReasons), untilDay: daySchema.nullable() }).nullable(),
      certificateDuty: z.object({ fromDay: daySchema, untilDay: daySchema.nullable() }).nullable(),
      /** The next ten school days from the day on (itself included if it is one): what the keys 1–5 mean. */
      schoolDays: z.array(daySchema),
      /** From this school day of an illness on the school asks for a certificate. */
      certificateFromDay: z.number().int(),
    })
    .nullable(),
  reads: [
    'schoolSetting',
    'student',
    'studentDetail',
    'guardian',
    'guardianship',
    'guardianContact',
    'emergencyContact',
    'absence',
    'absenceReport',
    'certificateDuty',
    'schoolClass',
    'freePeriod',
    'minute',
  ],
});

/** A report of the portal, as the panel corrects it; null once somebody has decided about it. */
export const waitingReport = defineQuery('desk.waitingReport', {
  args: z.strictObject({ reportId: z.uuid() }),
  result: z
    .object({
      reportId: z.uuid(),
      studentId: z.uuid(),
      channel: z.enum(reportChannels),
      guardianId: z.uuid().nullable(),
      callbackNumber: z.string().nullable(),
      fromDay: daySchema,
      untilDay: daySchema.nullable(),
      reason: z.enum(absenceReasons),
      span: z.enum(absenceSpans),
      atTime: z.string().nullable(),
      remark: z.string().nullable(),
    })
    .nullable(),
  reads: ['absenceReport'],
});

/** Parked calls of the signed-in person, oldest first. */
export const parkedCalls = defineQuery('desk.parkedCalls', {
  args: z.strictObject({}),
  result: z.object({
    calls: z.array(
      z.object({ callId: z.uuid(), parkedAt: z.iso.datetime(), label: z.string(), draft: callDraftSchema }),
    ),
  }),
  reads: ['parkedCall'],
});

/** What stood in the panel when the app last stopped; kept as it is typed, on this desk only. */
export const workingDraft = defineQuery('desk.workingDraft', {
  args: z.strictObject({}),
  result: z.object({ callId: z.uuid().nullable(), draft: callDraftSchema.nullable() }),
  reads: ['workingDraft'],
});
export const keepDraft = defineAction('desk.keepDraft', {
  args: z.strictObject({ callId: z.uuid().nullable(), draft: callDraftSchema.nullable() }),
  result: z.object({}),
});

export const deskOperations = {
  'desk.searchStudents': searchStudents,
  'desk.student': deskStudent,
  'desk.waitingReport': waitingReport,
  'desk.parkedCalls': parkedCalls,
  'desk.workingDraft': workingDraft,
  'desk.keepDraft': keepDraft,
} as const;
