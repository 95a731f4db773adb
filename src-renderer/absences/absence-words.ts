import type { TFunction } from 'i18next';
import type { AbsenceLine } from '../../src-shared/absences/contract.ts';
import type { Day } from '../../src-shared/values/day.ts';
import type { TagTone } from '../components/Tag.tsx';

type Span = Pick<AbsenceLine, 'span' | 'atTime' | 'fromLesson' | 'untilLesson'>;
type Words = TFunction<'absences'>;

/** How much of the day: `ganzer Tag`, `1.–3. Stunde`, `kommt um 09:30`. */
export function spanWords({ span, atTime, fromLesson, untilLesson }: Span, t: Words): string {
  if (span === 'arrivesLate' || span === 'leavesEarly')
    return atTime === null ? t(`words:spans.${span}`) : t(`words:days.${span}`, { time: atTime });
  if (span === 'wholeDay') return t('words:spans.wholeDay');
  if (fromLesson !== null && untilLesson !== null && fromLesson !== untilLesson)
    return t('lessons.range', { from: fromLesson, until: untilLesson });
  if (fromLesson !== null && fromLesson === untilLesson) return t('lessons.one', { from: fromLesson });
  if (fromLesson !== null) return t('lessons.from', { from: fromLesson });
  return untilLesson === null ? t('words:spans.lessons') : t('lessons.until', { until: untilLesson });
}

type Excused = Pick<
  AbsenceLine,
  'excuse' | 'excuseExpected' | 'excuseOverdue' | 'writtenExcuseOn' | 'certificateSeenOn' | 'withdrawn'
>;

/** Where an absence stands with its excuse: a word, and the colour behind it. */
export function excuseState(line: Excused): { word: string; tone: TagTone } {
  if (line.withdrawn) return { word: 'withdrawn', tone: 'plain' };
  if (line.excuse === 'excused') return { word: 'excused', tone: 'done' };
  if (line.excuse === 'unexcused') return { word: 'unexcused', tone: 'danger' };
  const certificate = line.excuseExpected === 'certificate' && line.certificateSeenOn === null;
  const written = line.excuseExpected === 'written' && line.writtenExcuseOn === null;
  const missing = certificate ? 'certificate' : written ? 'written' : null;
  if (missing === null) return { word: 'open', tone: 'plain' };
  return line.excuseOverdue
    ? { word: `${missing}Overdue`, tone: 'wait' }
    : { word: `${missing}Expected`, tone: 'fact' };
}

/** From and until as one phrase: `Mo, 24.11.`, `Mo, 24.11. – Mi, 26.11.`, `ab Mo, 24.11. bis auf Weiteres`. */
export function rangeWords(
  { fromDay, untilDay }: Pick<AbsenceLine, 'fromDay' | 'untilDay'>,
  shortDay: (day: Day) => string,
  t: Words,
): string {
  if (untilDay === null) return t('range.open', { from: shortDay(fromDay) });
  if (untilDay === fromDay) return shortDay(fromDay);
  return t('range.days', { from: shortDay(fromDay), until: shortDay(untilDay) });
}

/** Whose absence, and of which days: the values of a sentence about it. */
export function whoseAbsence(
  line: AbsenceLine,
  format: { readonly shortDay: (day: Day) => string },
  t: Words,
): { name: string; className: string; days: string } {
  const { givenName, familyName, className } = line;
  return { name: `${givenName} ${familyName}`, className, days: rangeWords(line, format.shortDay, t) };
}

/** Family name first, as lists are sorted. */
export function listName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${familyName}, ${givenName}`;
}
