import { z } from 'zod';
import { notifiableIllnesses } from '../absences/notifiable-illness.ts';
import { absenceReasons, absenceSpans, excuseExpectations, reportChannels } from '../absences/words.ts';

const lesson = z.number().int().min(1).max(12).nullable().default(null);

/** An unfinished entry of the phone desk: whatever was typed so far. All but the query may be missing. */
export const callDraftSchema = z.strictObject({
  query: z.string().max(200).default(''),
  studentId: z.uuid().nullable().default(null),
  reason: z.enum(absenceReasons).default('illness'),
  fromDay: z.string().nullable().default(null),
  untilDay: z.string().nullable().default(null),
  openEnded: z.boolean().default(false),
  span: z.enum(absenceSpans).default('wholeDay'),
  atTime: z.string().nullable().default(null),
  fromLesson: lesson,
  /** Null with a first lesson: to the end of the day. */
  untilLesson: lesson,
  excuseExpected: z.enum(excuseExpectations).default('none'),
  channel: z.enum(reportChannels).default('phone'),
  guardianId: z.uuid().nullable().default(null),
  callbackNumber: z.string().max(40).nullable().default(null),
  notifiable: z.enum(notifiableIllnesses).nullable().default(null),
  remark: z.string().max(500).default(''),
  siblingIds: z.array(z.uuid()).max(12).default([]),
  /** The waiting report of the portal that this entry corrects. */
  reportId: z.uuid().nullable().default(null),
  /** The answering machine's message this entry takes down. */
  messageId: z.uuid().nullable().default(null),
  note: z.string().max(300).default(''),
});
export type CallDraft = z.output<typeof callDraftSchema>;

/** Reads a stored draft; one that cannot be read any more is an empty one with its text kept as a note. */
export function readDraft(stored: string): CallDraft {
  try {
    return callDraftSchema.parse(JSON.parse(stored));
  } catch {
    return callDraftSchema.parse({ note: stored.slice(0, 300) });
  }
}
