import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import type { Day } from '../../src-shared/values/day.ts';
import { parseTime } from '../desk/parse-day.ts';
import type { CorrectFields } from './use-correction.ts';

/** What stands in the form: texts as typed, days as understood. */
export interface Correction {
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
  readonly openEnd: boolean;
  readonly reason: AbsenceLine['reason'];
  readonly span: AbsenceLine['span'];
  readonly time: string;
  readonly fromLesson: string;
  readonly untilLesson: string;
  readonly excuseExpected: AbsenceLine['excuseExpected'];
  readonly remark: string;
}

/** The form as it begins. */
export function correctionOf(line: AbsenceLine): Correction {
  return {
    fromDay: line.fromDay,
    untilDay: line.untilDay,
    openEnd: line.untilDay === null,
    reason: line.reason,
    span: line.span,
    time: line.atTime ?? '',
    fromLesson: line.fromLesson === null ? '' : String(line.fromLesson),
    untilLesson: line.untilLesson === null ? '' : String(line.untilLesson),
    excuseExpected: line.excuseExpected,
    remark: line.remark ?? '',
  };
}

/** What keeps the form from being saved; the word has a sentence in the locale file. */
export type CorrectionProblem = 'day' | 'range' | 'time' | 'lessons';

/** The first thing that is wrong, or null. */
export function problemOf(form: Correction): CorrectionProblem | null {
  if (form.fromDay === null || (!form.openEnd && form.untilDay === null)) return 'day';
  if (!form.openEnd && form.untilDay !== null && form.untilDay < form.fromDay) return 'range';
  const timed = form.span === 'arrivesLate' || form.span === 'leavesEarly';
  if (timed && form.time.trim() !== '' && parseTime(form.time) === undefined) return 'time';
  const from = lessonOf(form.fromLesson);
  const until = lessonOf(form.untilLesson);
  if (form.span === 'lessons' && from !== null && until !== null && until < from) return 'lessons';
  return null;
}

/** The fields that differ from what is known; empty when nothing was changed. Only for a form without a problem. */
export function changedFields(line: AbsenceLine, form: Correction): CorrectFields {
  const timed = form.span === 'arrivesLate' || form.span === 'leavesEarly';
  const lessons = form.span === 'lessons';
  const wanted = {
    fromDay: form.fromDay ?? line.fromDay,
    untilDay: form.openEnd ? null : form.untilDay,
    reason: form.reason,
    span: form.span,
    atTime: timed ? (parseTime(form.time) ?? null) : null,
    fromLesson: lessons ? lessonOf(form.fromLesson) : null,
    untilLesson: lessons ? lessonOf(form.untilLesson) : null,
    excuseExpected: form.excuseExpected,
    remark: form.remark.trim() || null,
  };
  const before = new Map<string, unknown>(Object.entries(line));
  // A part of the fields above, each under its own name.
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => before.get(field) !== value),
  ) as CorrectFields;
}

/** Lessons 1 to 12; nothing chosen is null. */
function lessonOf(text: string): number | null {
  return text === '' ? null : Number(text);
}
