import { z } from 'zod';
import { defineAction, defineQuery } from '../contract/operation.ts';
import { historyLine } from '../history/contract.ts';
import { daySchema } from '../values/day.ts';
import { reportedFields } from './report-fields.ts';
import { absenceReasons, absenceSpans, excuseExpectations, excuses, reportChannels } from './words.ts';

const named = { studentId: z.uuid(), givenName: z.string(), familyName: z.string(), className: z.string() };

export const absenceLine = z.object({
  absenceId: z.uuid(),
  ...named,
  fromDay: daySchema,
  untilDay: daySchema.nullable(),
  schoolDays: z.number().nullable(),
  reason: z.enum(absenceReasons),
  span: z.enum(absenceSpans),
  atTime: z.string().nullable(),
  fromLesson: z.number().nullable(),
  untilLesson: z.number().nullable(),
  excuse: z.enum(excuses),
  excuseExpected: z.enum(excuseExpectations),
  writtenExcuseOn: daySchema.nullable(),
  certificateSeenOn: daySchema.nullable(),
  /** The written excuse or certificate should be here by now. */
  excuseOverdue: z.boolean(),
  /** From this day of a long illness the school usually asks for a certificate; null where there is nothing to ask. */
  certificateFrom: daySchema.nullable(),
  /** The first report came on the first day itself, after the time until which guardians are asked to report. */
  reportedLate: z.boolean(),
  remark: z.string().nullable(),
  withdrawn: z.boolean(),
  notifiable: z.boolean(),
  reports: z.number(),
  recordedAt: z.iso.datetime(),
});
export type AbsenceLine = z.output<typeof absenceLine>;

/** Absences that share a day with the range, newest first; filters narrow. */
export const listAbsences = defineQuery('absences.list', {
  args: z.strictObject({
    fromDay: daySchema,
    untilDay: daySchema,
    classId: z.uuid().nullable().default(null),
    studentId: z.uuid().nullable().default(null),
    reason: z.enum(absenceReasons).nullable().default(null),
    excuse: z.enum(excuses).nullable().default(null),
    onlyOverdue: z.boolean().default(false),
    withWithdrawn: z.boolean().default(false),
  }),
  result: z.object({
    lines: z.array(absenceLine),
    freeDays: z.array(z.object({ day: daySchema, name: z.string().nullable() })),
  }),
  reads: [
    'absence',
    'absenceReport',
    'student',
    'schoolClass',
    'classMove',
    'absenceNotifiable',
    'freePeriod',
    'schoolSetting',
    'minute',
  ],
});

/** One absence with its reports and its visible history. */
export const absenceDetail = defineQuery('absences.detail', {
  args: z.strictObject({ absenceId: z.uuid() }),
  result: z
    .object({
      line: absenceLine,
      notifiable: z
        .object({
          illness: z.string(),
          notedAt: z.iso.datetime(),
          healthOfficeNotifiedAt: z.iso.datetime().nullable(),
        })
        .nullable(),
      reports: z.array(
        z.object({
          reportId: z.uuid(),
          state: z.enum(['waiting', 'accepted', 'rejected', 'withdrawn']),
          channel: z.enum(reportChannels),
          takenAt: z.iso.datetime(),
          reporterName: z.string(),
          reporterRelation: z.string(),
          callbackNumber: z.string().nullable(),
          recordedByName: z.string().nullable(),
          remark: z.string().nullable(),
          fromDay: daySchema,
          untilDay: daySchema.nullable(),
          /** What the guardian had said where the office put it right before accepting; null: nothing. */
          asReported: z.object(reportedFields).partial().nullable(),
        }),
      ),
      /** `words`: what a guardian was told when a report was rejected. */
      events: z.array(historyLine.extend({ words: z.string().nullable() })),
    })
    .nullable(),
  reads: [
    'absence',
    'absenceReport',
    'absenceEvent',
    'reportEvent',
    'absenceNotifiable',
    'student',
    'schoolClass',
    'classMove',
    'staffMember',
  ],
});

/** A child's school year: counts for the report card, pattern by weekday (Mon–Fri), tardiness, leave, duties. */
export const studentAbsences = defineQuery('absences.ofStudent', {
  args: z.strictObject({ studentId: z.uuid() }),
  result: z
    .object({
      ...named,
      excusedDays: z.number(),
      unexcusedDays: z.number(),
      openDays: z.number(),
      byWeekday: z.array(z.number()).length(5),
      tardiness: z.array(
        z.object({ tardinessId: z.uuid(), day: daySchema, minutes: z.number(), excuse: z.enum(excuses) }),
      ),
      leaveRequests: z.array(
        z.object({
          requestId: z.uuid(),
          fromDay: daySchema,
          untilDay: daySchema,
          purpose: z.string(),
          state: z.enum(['requested', 'granted', 'declined']),
        }),
      ),
      certificateDuties: z.array(
        z.object({ dutyId: z.uuid(), fromDay: daySchema, untilDay: daySchema.nullable() }),
      ),
      lines: z.array(absenceLine),
    })
    .nullable(),
  reads: [
    'absence',
    'absenceReport',
    'tardiness',
    'rollCallMark',
    'leaveRequest',
    'certificateDuty',
    'student',
    'schoolClass',
    'classMove',
    'absenceNotifiable',
    'freePeriod',
    'schoolSetting',
    'minute',
  ],
});

/** The classes there were on a day, today if none is named; for filters, in natural order. */
export const listClasses = defineQuery('absences.classes', {
  args: z.strictObject({ day: daySchema.optional() }),
  result: z.object({ classes: z.array(z.object({ classId: z.uuid(), name: z.string() })) }),
  reads: ['schoolClass', 'schoolYearChange', 'minute'],
});

/** Days without lessons in a range, weekends included. */
export const schoolCalendar = defineQuery('absences.calendar', {
  args: z.strictObject({ fromDay: daySchema, untilDay: daySchema }),
  result: z.object({ free: z.array(z.object({ day: daySchema, name: z.string().nullable() })) }),
  reads: ['freePeriod'],
});

/**
 * The lessons missed in a period, until today, as `SchuelerFehlstunden.dat` of SchILD-NRW; without reasons. Needs the
 * school's lesson times. `data` is base64.
 */
export const exportSchild = defineAction('absences.exportSchild', {
  args: z.strictObject({ fromDay: daySchema, untilDay: daySchema }),
  result: z.object({ fileName: z.string(), mediaType: z.string(), data: z.string(), rows: z.number() }),
});

export const absenceOperations = {
  'absences.list': listAbsences,
  'absences.detail': absenceDetail,
  'absences.ofStudent': studentAbsences,
  'absences.classes': listClasses,
  'absences.calendar': schoolCalendar,
  'absences.exportSchild': exportSchild,
} as const;
