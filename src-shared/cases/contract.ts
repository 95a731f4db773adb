import { z } from 'zod';
import { attemptOutcomes, concernFactors } from '../absences/words.ts';
import { defineQuery } from '../contract/operation.ts';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';

export const contactAttemptView = z.object({
  attemptId: z.uuid(),
  contactName: z.string(),
  guardianId: z.uuid().nullable(),
  outcome: z.enum(attemptOutcomes),
  note: z.string().nullable(),
  at: z.iso.datetime(),
  staffName: z.string(),
  /** Taken back: shown in the log, counted nowhere. */
  retractedAt: z.iso.datetime().nullable(),
});

export const concernView = z.object({
  concernId: z.uuid(),
  factor: z.enum(concernFactors),
  note: z.string().nullable(),
  at: z.iso.datetime(),
  staffName: z.string(),
  decision: z.enum(['police', 'keepCalling', 'cleared']).nullable(),
  decidedAt: z.iso.datetime().nullable(),
});

/** Somebody to call, in contact order: guardians first (never a blocked one), then emergency contacts. */
export const ladderStep = z.object({
  guardianId: z.uuid().nullable(),
  name: z.string(),
  relation: z.enum(guardianRelations).or(z.string()),
  emergency: z.boolean(),
  phones: z.array(z.object({ label: z.string().nullable(), number: z.string() })),
  lastOutcome: z.enum(attemptOutcomes).nullable(),
});

/** A child missing with nobody knowing why. `since`: start of lessons, or the announced time that has passed. */
export const openCase = z.object({
  studentId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  className: z.string(),
  age: z.number().nullable(),
  day: daySchema,
  kind: z.enum(['unexplained', 'announcedLate']),
  since: z.iso.datetime(),
  markedBy: z.string(),
  /** A report of the inbox covers the child: shown as "zu prüfen", not as unexplained. */
  waitingReport: z.boolean(),
  announcedFor: z.string().nullable(),
  absentOnSchoolDayBefore: z.boolean(),
  ladder: z.array(ladderStep),
  attempts: z.array(contactAttemptView),
  concerns: z.array(concernView),
});
export type OpenCase = z.output<typeof openCase>;

/** One case with all its calls; null when it is closed or was never open. */
export const caseDetail = defineQuery('cases.detail', {
  args: z.strictObject({ studentId: z.uuid(), day: daySchema.optional() }),
  result: z.object({ case: openCase.nullable() }),
  reads: [
    'student',
    'studentDetail',
    'schoolClass',
    'staffMember',
    'schoolSetting',
    'freePeriod',
    'rollCallMark',
    'absence',
    'absenceReport',
    'contactAttempt',
    'caseConcern',
    'guardian',
    'guardianship',
    'guardianContact',
    'emergencyContact',
    'minute',
  ],
});

/** Children whose absence on an earlier school day nobody has explained to this day, the latest day first. */
export const earlierCases = defineQuery('cases.earlier', {
  args: z.strictObject({}),
  result: z.object({
    cases: z.array(
      openCase
        .pick({ studentId: true, givenName: true, familyName: true, className: true, day: true })
        .extend({
          markedBy: z.string(),
          /** Calls that were made about it then. */
          attempts: z.number(),
        }),
    ),
  }),
  reads: caseDetail.reads,
});

export const caseOperations = { 'cases.detail': caseDetail, 'cases.earlier': earlierCases } as const;
