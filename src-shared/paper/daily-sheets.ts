import { z } from 'zod';
import {
  absenceReasons,
  absenceSpans,
  attemptOutcomes,
  excuseExpectations,
  excuses,
} from '../absences/words.ts';
import { guardianRelations } from '../tables/students.ts';
import { daySchema, timeOfDaySchema } from '../values/day.ts';

/**
 * What the printed sheets of the morning are made from: plain rows, in any order, words of people as they
 * stand in the register. Objects are strict, so that a field which has no business on a sheet is refused
 * and not silently carried along.
 */

const lessonSchema = z.int().min(1).max(16);
/** As it is dialled and read: the register's own spelling, leading zeros and all. */
const phoneSchema = z.string();

const childFields = { givenName: z.string(), familyName: z.string() };

/** Stands on every sheet. `day` is the school day the sheet is about; `printedAt` is school time. */
const sheetFields = {
  schoolName: z.string(),
  day: daySchema,
  printedAt: z.strictObject({ day: daySchema, time: timeOfDaySchema }),
};

/** How much of the day a child is away. `late` has come after all; `missing` is away without a report. */
export const awaySpans = [...absenceSpans, 'late', 'missing'] as const;

const awayFields = {
  className: z.string(),
  ...childFields,
  span: z.enum(awaySpans),
  /** `HH:MM`: arrival (`arrivesLate`, `late`) or departure (`leavesEarly`), as far as known. */
  atTime: timeOfDaySchema.nullable(),
  fromLesson: lessonSchema.nullable(),
  untilLesson: lessonSchema.nullable(),
  /** Last day away; null: until further notice. */
  untilDay: daySchema.nullable(),
};

const guardianContactSchema = z.strictObject({
  name: z.string(),
  relation: z.enum(guardianRelations).nullable(),
  phones: z.array(z.strictObject({ number: phoneSchema, label: z.string().nullable() })),
});

const officeRowSchema = z.strictObject({
  ...awayFields,
  /** Null when nobody has given one (`late`, `missing`). */
  reason: z.enum(absenceReasons).nullable(),
  excuse: z.enum(excuses),
  excuseExpected: z.enum(excuseExpectations),
  callbackNumber: phoneSchema.nullable(),
  remark: z.string().nullable(),
  /** The report still waits in the inbox. */
  toReview: z.boolean(),
});

const openCaseSchema = z.strictObject({
  className: z.string(),
  ...childFields,
  /** `HH:MM` since when the child has been missing. */
  since: timeOfDaySchema,
  contacts: z.array(guardianContactSchema),
  attempts: z.array(
    z.strictObject({
      at: timeOfDaySchema,
      contactName: z.string(),
      outcome: z.enum(attemptOutcomes),
      note: z.string().nullable(),
      by: z.string(),
    }),
  ),
});

/** The daily list for the office: reasons, excuses, numbers, open cases. Not for the notice board. */
export const officeListSchema = z.strictObject({
  ...sheetFields,
  rows: z.array(officeRowSchema),
  openCases: z.array(openCaseSchema),
  classesNotReported: z.array(z.string()),
});
export type OfficeList = z.infer<typeof officeListSchema>;
export type OfficeListRow = OfficeList['rows'][number];
export type OpenCase = OfficeList['openCases'][number];

/** The daily list for the staff room: who is away and how long, never why (see staff-room-copy.ts). */
export const staffRoomListSchema = z.strictObject({
  ...sheetFields,
  rows: z.array(z.strictObject(awayFields)),
  classesNotReported: z.array(z.string()),
});
export type StaffRoomList = z.infer<typeof staffRoomListSchema>;
export type StaffRoomRow = StaffRoomList['rows'][number];

/** Where a child is supposed to be right now. `atTime` of a child's state belongs to the last two. */
export const presenceStates = ['here', 'reported', 'unexplained', 'comesLater', 'pickedUp'] as const;
export type PresenceState = (typeof presenceStates)[number];

const presenceFields = { state: z.enum(presenceStates), atTime: timeOfDaySchema.nullable() };

const classFields = { className: z.string(), classTeacher: z.string().nullable() };

/** Every child of every class with today's state, to be ticked at the assembly point. */
export const evacuationListSchema = z.strictObject({
  ...sheetFields,
  /** `classPerPage` hands each teacher a page; `compact` is the head's own copy. */
  layout: z.enum(['classPerPage', 'compact']),
  classes: z.array(
    z.strictObject({
      ...classFields,
      /** False until the class has said who is missing: then "here" is only assumed. */
      hasReported: z.boolean(),
      students: z.array(z.strictObject({ ...childFields, ...presenceFields })),
    }),
  ),
});
export type EvacuationList = z.infer<typeof evacuationListSchema>;
export type EvacuationClass = EvacuationList['classes'][number];

/**
 * The sheet to work on with a pen when nothing else works: each class with the numbers to call.
 * `contacts` come in contact order and hold only people who may be called: no blocked guardian.
 */
export const downtimeSheetSchema = z.strictObject({
  ...sheetFields,
  classes: z.array(
    z.strictObject({
      ...classFields,
      students: z.array(
        z.strictObject({ ...childFields, ...presenceFields, contacts: z.array(guardianContactSchema) }),
      ),
    }),
  ),
});
export type DowntimeSheet = z.infer<typeof downtimeSheetSchema>;
export type GuardianContact = z.infer<typeof guardianContactSchema>;

/** The sheets by name, each with the schema of its data. */
export const sheetSchemas = {
  officeList: officeListSchema,
  staffRoomList: staffRoomListSchema,
  evacuationList: evacuationListSchema,
  downtimeSheet: downtimeSheetSchema,
} as const;
export type SheetName = keyof typeof sheetSchemas;
export type SheetData = { [Name in SheetName]: z.infer<(typeof sheetSchemas)[Name]> };
