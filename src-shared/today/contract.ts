import { z } from 'zod';
import { absenceReasons, absenceSpans, excuses } from '../absences/words.ts';
import { openCase } from '../cases/contract.ts';
import { defineQuery } from '../contract/operation.ts';
import { guardianRelations } from '../tables/students.ts';
import { daySchema } from '../values/day.ts';

const dayHead = z.object({
  day: daySchema,
  isSchoolDay: z.boolean(),
  freePeriod: z.string().nullable(),
  lessonsStart: z.string(),
  rollCallLimit: z.string(),
});

const named = { studentId: z.uuid(), givenName: z.string(), familyName: z.string(), className: z.string() };

/** When, and who; null when nobody did. */
const doneBy = z.object({ at: z.iso.datetime(), staffName: z.string() }).nullable();

/** A report that waits for the office. */
export const inboxReport = z.object({
  reportId: z.uuid(),
  ...named,
  takenAt: z.iso.datetime(),
  reporterName: z.string(),
  reporterRelation: z.enum(guardianRelations).or(z.string()),
  channel: z.string(),
  fromDay: daySchema,
  untilDay: daySchema.nullable(),
  reason: z.enum(absenceReasons),
  span: z.enum(absenceSpans),
  atTime: z.string().nullable(),
  remark: z.string().nullable(),
  /** The child already has an absence on one of these days. */
  alreadyAbsent: z.boolean(),
  /** It had been decided or settled, and was put back. */
  reopened: doneBy,
});
export const inboxMessageView = z.object({
  messageId: z.uuid(),
  receivedAt: z.iso.datetime(),
  durationSeconds: z.number(),
  callerNumber: z.string().nullable(),
  /** Guardians and children this number belongs to. */
  callers: z.array(z.object({ guardianName: z.string(), students: z.array(z.object(named)) })),
  /** It had been decided or settled, and was put back. */
  reopened: doneBy,
});

const rollCallState = {
  reported: doneBy,
  /** The class had reported and has taken it back since; null once it has reported again. */
  retracted: doneBy,
  overdue: z.boolean(),
};

/**
 * One class on the grid. `absent` counts its children in `absentStudents`, `unexplained` its open cases that
 * are more than a report to be checked; `overdue`: it should have reported by now.
 */
export const classTile = z.object({
  classId: z.uuid(),
  name: z.string(),
  gradeLevel: z.number(),
  students: z.number(),
  absent: z.number(),
  unexplained: z.number(),
  ...rollCallState,
});

/** A child who is not in the building: the list behind "n fehlen", of the school or of one class. */
export const absentStudent = z.object({
  ...named,
  state: z.enum(['reported', 'comesLater', 'unexplained']),
  span: z.enum(absenceSpans).nullable(),
  /** `HH:MM` of the announced arrival, passed or to come. */
  atTime: z.string().nullable(),
  untilDay: daySchema.nullable(),
  /** Null when nobody has given one, or where the person may not know it. */
  reason: z.enum(absenceReasons).nullable(),
  /** Rests on a report that still waits in the inbox. */
  toCheck: z.boolean(),
});

const absencesRead = [
  'student',
  'studentDetail',
  'staffMember',
  'schoolClass',
  'absence',
  'absenceReport',
  'rollCall',
  'rollCallMark',
  'contactAttempt',
  'caseConcern',
  'inboxMessage',
  'reportEvent',
  'freePeriod',
  'schoolSetting',
  'minute',
] as const;

/** Heute for the office (and the head's lower half). Every figure equals the length of the list it opens. */
export const todayOffice = defineQuery('today.office', {
  args: z.strictObject({}),
  result: dayHead.extend({
    students: z.number(),
    /** Length of `absentStudents`. */
    absent: z.number(),
    /** Open cases that are more than a report to be checked; they stand first in `openCases`. */
    unexplained: z.number(),
    absentStudents: z.array(absentStudent),
    openCases: z.array(openCase),
    classes: z.array(classTile),
    reports: z.array(inboxReport),
    messages: z.array(inboxMessageView),
    birthdays: z.array(z.object({ ...named, age: z.number() })),
    /** `at` is empty when no time was said. */
    earlyPickups: z.array(z.object({ ...named, at: z.string(), regular: z.boolean() })),
    /** The last day of the last known school holidays, when further ones should be entered; `none`: none are known. */
    holidaysRunOut: daySchema.or(z.literal('none')).nullable(),
  }),
  reads: [...absencesRead, 'guardian', 'guardianship', 'guardianContact', 'emergencyContact'],
});

/** Leave somebody has asked for. `forHead`: who looks at it may not decide it. */
export const leaveToDecide = z.object({
  requestId: z.uuid(),
  ...named,
  fromDay: daySchema,
  untilDay: daySchema,
  purpose: z.string(),
  requestedAt: z.iso.datetime(),
  forHead: z.boolean(),
});

/** A line of a class list in the morning. */
export const rollCallLine = z.object({
  studentId: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  mark: z.enum(['missing', 'late', 'present']).nullable(),
  minutesLate: z.number().nullable(),
  /** Known absence today; `reason` and `excuse` null for classes that are not one's own. */
  absence: z
    .object({
      span: z.enum(absenceSpans),
      atTime: z.string().nullable(),
      untilDay: daySchema.nullable(),
      reason: z.enum(absenceReasons).nullable(),
      excuse: z.enum(excuses).nullable(),
      toCheck: z.boolean(),
    })
    .nullable(),
  unexplained: z.boolean(),
});

/** A teacher's class today. `classId` null: the person's own class (or the first of several). */
export const todayClass = defineQuery('today.class', {
  args: z.strictObject({ classId: z.uuid().nullable() }),
  result: dayHead.extend({
    schoolClass: z.object({ classId: z.uuid(), name: z.string() }).nullable(),
    /** Classes the person may report, own ones first. */
    classes: z.array(z.object({ classId: z.uuid(), name: z.string(), substitute: z.boolean() })),
    mayReport: z.boolean(),
    ...rollCallState,
    lines: z.array(rollCallLine),
    /** Of the class's children, where the person is responsible for it. */
    leaves: z.array(leaveToDecide),
  }),
  reads: [...absencesRead, 'absenceMark', 'classAssignment', 'leaveRequest'],
});

/** Heute for the head: rates, decisions that wait. Shares of child-days, 0–1. */
export const todayPrincipal = defineQuery('today.principal', {
  args: z.strictObject({}),
  result: z.object({
    weeks: z.array(
      z.object({ monday: daySchema, rate: z.number().nullable(), rateLastYear: z.number().nullable() }),
    ),
    concerns: z.array(
      z.object({
        concernId: z.uuid(),
        ...named,
        factor: z.string(),
        note: z.string().nullable(),
        at: z.iso.datetime(),
        staffName: z.string(),
      }),
    ),
    leaves: z.array(leaveToDecide),
    notifiable: z.array(
      z.object({ absenceId: z.uuid(), ...named, illness: z.string(), notedAt: z.iso.datetime() }),
    ),
    classRates: z.array(z.object({ classId: z.uuid(), name: z.string(), rate: z.number() })),
  }),
  reads: [
    'absence',
    'caseConcern',
    'leaveRequest',
    'absenceNotifiable',
    'student',
    'schoolClass',
    'staffMember',
    'freePeriod',
    'minute',
  ],
});

export const todayOperations = {
  'today.office': todayOffice,
  'today.class': todayClass,
  'today.principal': todayPrincipal,
} as const;
