import type { OperationArgs, OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { parseTime } from '../desk/parse-day.ts';

type Times = OperationArgs<'settings.decideTimes'>;

/** Times as they are typed; a lesson with two empty fields is none. */
export interface TimesTyped {
  readonly lessonsStart: string;
  readonly reportCutoff: string;
  readonly rollCallLimit: string;
  readonly lessons: readonly { readonly from: string; readonly until: string }[];
}

/** The day has this many rows to type lessons in; a primary school has six, with all-day care eight. */
const LESSON_ROWS = 8;

/** The form of the times as they stand. */
export function typedTimes(settings: OperationResult<'settings.current'>): TimesTyped {
  const { lessonsStart, reportCutoff, rollCallLimit, lessonTimes } = settings;
  const rows = Math.max(LESSON_ROWS, lessonTimes.length);
  const lessons = Array.from({ length: rows }, (_, index) => lessonTimes[index] ?? { from: '', until: '' });
  return { lessonsStart, reportCutoff, rollCallLimit, lessons };
}

/** The times a form means; null while a field is no time, or a lesson has only one end. */
export function meantTimes(typed: TimesTyped): Times | null {
  const lessonsStart = parseTime(typed.lessonsStart);
  const reportCutoff = parseTime(typed.reportCutoff);
  const rollCallLimit = parseTime(typed.rollCallLimit);
  const filled = typed.lessons.filter(({ from, until }) => from.trim() !== '' || until.trim() !== '');
  const lessonTimes = filled.flatMap((lesson) => {
    const [from, until] = [parseTime(lesson.from), parseTime(lesson.until)];
    return from !== undefined && until !== undefined ? [{ from, until }] : [];
  });
  if (!lessonsStart || !reportCutoff || !rollCallLimit || lessonTimes.length < filled.length) return null;
  return { lessonsStart, reportCutoff, rollCallLimit, lessonTimes };
}
