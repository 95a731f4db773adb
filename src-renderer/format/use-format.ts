import { useMemo } from 'react';
import type { Day } from '../../src-shared/values/day.ts';
import { usePreferences } from '../app/preferences.ts';
import { useSession } from '../session/session-context.ts';
import * as dates from './dates.ts';
import * as numbers from './numbers.ts';

/** Writes days, times and numbers in the person's language and the school's time zone. */
export function useFormat() {
  const language = usePreferences((state) => state.language);
  const { timeZone, today } = useSession();
  return useMemo(
    () => ({
      language,
      shortDay: (day: Day) => dates.shortDay(day, language),
      longDay: (day: Day) => dates.longDay(day, language),
      fullDay: (day: Day) => dates.fullDay(day, language),
      dayMonth: (day: Day) => dates.dayMonth(day, language),
      weekday: (day: Day) => dates.weekdayShort(day, language),
      time: (instant: string) => dates.timeOfDay(instant, timeZone),
      dayAndTime: (instant: string) => dates.dayAndTime(instant, timeZone, today, language),
      number: (value: number) => numbers.wholeNumber(value, language),
      percent: (share: number) => numbers.percent(share, language),
    }),
    [language, timeZone, today],
  );
}
