import type { TFunction } from 'i18next';
import type { CallDraft } from '../../src-shared/calls/draft.ts';
import type { Day } from '../../src-shared/values/day.ts';
import { callerOf, type DeskStudent, firstDay, lastDay } from './entry.ts';

/** What the sentence needs of the window's formatting. */
export interface SentenceFormat {
  readonly shortDay: (day: Day) => string;
}

/** The part behind the name: what will be saved, or was, in plain words. */
export function entrySentence(
  entry: CallDraft,
  student: DeskStudent,
  today: Day,
  format: SentenceFormat,
  t: TFunction<'desk'>,
): string {
  const parts = [when(entry, student, today, format, t), t(`reason.${entry.reason}`)];
  if (entry.notifiable) parts.push(notifiableWords(entry, student, t));
  if (entry.excuseExpected !== 'none') parts.push(t(`excuseAsked.${entry.excuseExpected}`));
  if (entry.remark.trim()) parts.push(t('withRemark'));
  if (entry.callbackNumber?.trim()) parts.push(t('callbackAt', { number: entry.callbackNumber.trim() }));
  const caller = callerOf(entry, student);
  const by = caller
    ? t('by', { channel: t(`channelAdverb.${entry.channel}`), name: caller.name })
    : t(`channelAdverb.${entry.channel}`);
  return `${parts.join(', ')} – ${by}`;
}

/** "3. Stunde", "1.–3. Stunde", "ab der 4. Stunde". */
export function lessonWords({ fromLesson, untilLesson }: CallDraft, t: TFunction<'desk'>): string {
  const values = { from: fromLesson, until: untilLesson };
  if (untilLesson === null) return t('lessons.from', values);
  return t(untilLesson === fromLesson ? 'lessons.one' : 'lessons.range', values);
}

/** § 34 is noted for the named child only. */
function notifiableWords(entry: CallDraft, { student }: DeskStudent, t: TFunction<'desk'>): string {
  return entry.siblingIds.length > 0
    ? t('notifiableOnly', { name: student.givenName })
    : t('notifiableNoted');
}

/** The children of the call in one phrase: "Emma Müller, 3b, und Tim Müller, 1a". */
export function childrenPhrase(entry: CallDraft, student: DeskStudent, t: TFunction<'desk'>): string {
  const ids = [entry.studentId, ...entry.siblingIds];
  const names = [student.student, ...student.siblings]
    .filter(({ studentId }) => ids.includes(studentId))
    .map((child) => `${child.givenName} ${child.familyName}, ${child.className}`);
  return names.length === 1
    ? (names[0] ?? '')
    : t('and', { first: names.slice(0, -1).join('; '), last: names.at(-1) });
}

function when(
  entry: CallDraft,
  student: DeskStudent,
  today: Day,
  format: SentenceFormat,
  t: TFunction<'desk'>,
): string {
  const count = 1 + entry.siblingIds.length;
  const from = firstDay(entry, student);
  const until = lastDay(entry, student);
  const start = from === today ? t('today') : format.shortDay(from);
  if (entry.span === 'arrivesLate')
    return t(entry.atTime ? 'arrivesLateAt' : 'arrivesLate', { count, day: start, time: entry.atTime });
  if (entry.span === 'leavesEarly')
    return t(entry.atTime ? 'leavesEarlyAt' : 'leavesEarly', { count, day: start, time: entry.atTime });
  if (entry.span === 'lessons' && entry.fromLesson !== null)
    return t('absentLessons', { count, day: start, lessons: lessonWords(entry, t) });
  if (until === null) return t('absentOpen', { count, day: start });
  if (until === from) return t('absentOn', { count, day: start });
  return t('absentUntil', { count, day: start, until: format.shortDay(until) });
}
