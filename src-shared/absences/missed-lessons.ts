import type { SchoolSettings } from '../school/settings.ts';
import type { Row } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';

type Dated = Pick<
  Row<'absence'>,
  'fromDay' | 'untilDay' | 'span' | 'atTime' | 'fromLesson' | 'untilLesson' | 'excuse'
>;

/** Lessons in a row that a child missed on a day; the first lesson of the day is 1. */
export interface MissedLessons {
  readonly day: Day;
  readonly from: number;
  readonly until: number;
  readonly excused: boolean;
}

/**
 * The lessons one child missed, by day. Only whole lessons count: who comes in the middle of one was there. A lesson
 * within two absences counts once, and one excuse excuses it; what is still open isn't excused.
 * @param absences of one child, none withdrawn
 * @param schoolDays the school days in question, none after today
 */
export function missedLessons(
  absences: readonly Dated[],
  schoolDays: readonly Day[],
  lessons: SchoolSettings['lessonTimes'],
): MissedLessons[] {
  return schoolDays.flatMap((day) => {
    const ofDay = absences.filter(
      ({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || day <= untilDay),
    );
    if (ofDay.length === 0) return [];
    const states = lessons.map((lesson, index) => {
      const missing = ofDay.filter((absence) => isMissed(absence, index + 1, lesson));
      return missing.length === 0 ? null : missing.some(({ excuse }) => excuse === 'excused');
    });
    return runsOf(states).map((run) => ({ day, ...run }));
  });
}

function isMissed(
  { span, atTime, fromLesson, untilLesson }: Dated,
  number: number,
  lesson: SchoolSettings['lessonTimes'][number],
): boolean {
  switch (span) {
    case 'wholeDay':
      return true;
    case 'lessons':
      return (fromLesson ?? 1) <= number && number <= (untilLesson ?? number);
    case 'arrivesLate':
      return atTime !== null && lesson.until <= atTime;
    case 'leavesEarly':
      return atTime !== null && atTime <= lesson.from;
  }
}

/** Neighbours of one kind put together; null is a lesson the child was in. */
function runsOf(states: readonly (boolean | null)[]): Omit<MissedLessons, 'day'>[] {
  const runs: { from: number; until: number; excused: boolean }[] = [];
  for (const [index, excused] of states.entries()) {
    const last = runs.at(-1);
    if (excused === null) continue;
    if (last?.until === index && last.excused === excused) last.until = index + 1;
    else runs.push({ from: index + 1, until: index + 1, excused });
  }
  return runs;
}
