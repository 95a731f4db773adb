import { z } from 'zod';
import { defineAction, defineQuery } from '../contract/operation.ts';
import { daySchema, timeOfDaySchema } from '../values/day.ts';
import { freePeriodKinds } from './calendar.ts';
import { lessonSchema, limitSchemas } from './settings.ts';

const listedPeriod = z.object({ name: z.string(), fromDay: daySchema, untilDay: daySchema });

/** The whole calendar by school years, the present one first, then the coming ones, then the past. */
export const listCalendar = defineQuery('calendar.list', {
  args: z.strictObject({}),
  result: z.object({
    years: z.array(
      z.object({
        name: z.string(),
        current: z.boolean(),
        /** Without school holidays the year is not complete: its absences would be counted wrongly. */
        hasHolidays: z.boolean(),
        periods: z.array(
          listedPeriod.extend({ periodId: z.uuid(), kind: z.enum(freePeriodKinds), schoolDays: z.number() }),
        ),
      }),
    ),
  }),
  reads: ['freePeriod', 'minute'],
});

/** The school's times and limits as they are now. */
export const currentSettings = defineQuery('settings.current', {
  args: z.strictObject({}),
  result: z.object({
    schoolName: z.string(),
    stateCode: z.string(),
    lessonsStart: timeOfDaySchema,
    lessonTimes: z.array(lessonSchema),
    reportCutoff: timeOfDaySchema,
    rollCallLimit: timeOfDaySchema,
    ...limitSchemas,
  }),
  reads: ['schoolSetting'],
});

/** What of a holiday file can't be taken, by line. */
export const calendarProblemCodes = [
  'fileUnreadable',
  'nothingFound',
  'nameMissing',
  'dayNotUnderstood',
  'endsBeforeBegin',
  'tooManyPeriods',
] as const;

/** Reads a file of school holidays (iCalendar, or CSV `Name;Von;Bis`), base64, and compares. Nothing changes. */
export const previewCalendar = defineAction('calendar.preview', {
  args: z.strictObject({ name: z.string().max(200), data: z.string() }),
  result: z.object({
    periods: z.array(listedPeriod.extend({ standing: z.enum(['new', 'known', 'moved']) })),
    problems: z.array(
      z.object({ code: z.enum(calendarProblemCodes), line: z.number().nullable(), value: z.string() }),
    ),
  }),
});

export const schoolOperations = {
  'calendar.list': listCalendar,
  'calendar.preview': previewCalendar,
  'settings.current': currentSettings,
} as const;
