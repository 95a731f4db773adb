import { z } from 'zod';
import { daySchema, timeOfDaySchema } from '../values/day.ts';
import { absenceReasons, absenceSpans, reportChannels } from './words.ts';

/** Longest free text a person may leave with an absence, in characters. */
export const REMARK_LIMIT = 500;

export const idSchema = z.uuid();
export const remarkSchema = z.string().trim().max(REMARK_LIMIT).nullable();

/** The part of an absence that whoever reports it can know. `untilDay` null: until further notice. */
export const reportedFields = {
  fromDay: daySchema,
  untilDay: daySchema.nullable(),
  reason: z.enum(absenceReasons),
  span: z.enum(absenceSpans),
  atTime: timeOfDaySchema.nullable(),
  remark: remarkSchema,
};

/** Who brought the news and how. */
export const reporterFields = {
  channel: z.enum(reportChannels),
  guardianId: idSchema.nullable(),
  reporterName: z.string().trim().max(120),
  reporterRelation: z.string().trim().max(60),
  callbackNumber: z.string().trim().max(40).nullable(),
};

/** What the office may put right in a report of the portal before accepting it. */
export const correctedFields = { ...reportedFields, callbackNumber: reporterFields.callbackNumber };
