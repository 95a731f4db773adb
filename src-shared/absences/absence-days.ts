import type { Row } from '../tables/registry.ts';
import { type Day, weekday } from '../values/day.ts';
import type { Excuse } from './words.ts';

type Dated = Pick<Row<'absence'>, 'fromDay' | 'untilDay' | 'span' | 'excuse' | 'withdrawn'>;

/** Days missed in a school year, as they stand on the report card. `byWeekday`: Monday to Friday. */
export interface AbsenceDays {
  readonly excusedDays: number;
  readonly unexcusedDays: number;
  readonly openDays: number;
  readonly byWeekday: number[];
}

/** One excuse excuses a day, whatever another absence of that day says. */
const strength: Readonly<Record<Excuse, number>> = { unexcused: 0, open: 1, excused: 2 };

/**
 * Counts the school days on which a child was away for the whole day; parts of a day are not counted, and a
 * day within two absences counts once.
 * @param schoolDays the school days in question, none after today
 */
export function countAbsenceDays(absences: readonly Dated[], schoolDays: readonly Day[]): AbsenceDays {
  const whole = absences.filter((absence) => absence.withdrawn === 0 && absence.span === 'wholeDay');
  const counts: Record<Excuse, number> = { excused: 0, unexcused: 0, open: 0 };
  const byWeekday = [0, 0, 0, 0, 0];
  for (const day of schoolDays) {
    const [best] = whole
      .filter(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay >= day))
      .map(({ excuse }) => excuse)
      .sort((left, right) => strength[right] - strength[left]);
    if (best === undefined) continue;
    counts[best] += 1;
    const index = weekday(day) - 1;
    byWeekday[index] = (byWeekday[index] ?? 0) + 1;
  }
  return {
    excusedDays: counts.excused,
    unexcusedDays: counts.unexcused,
    openDays: counts.open,
    byWeekday: byWeekday.slice(0, 5),
  };
}
