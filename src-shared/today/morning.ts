import type { SchoolSettings } from '../school/settings.ts';
import { type Day, minutesOf } from '../values/day.ts';
import { type FreePeriod, isSchoolDay } from '../values/school-calendar.ts';
import { minuteOfDay } from '../values/school-clock.ts';

/** A school day and how far it has gone: what all rules about today's presence look at. */
export interface Morning {
  readonly day: Day;
  readonly timeZone: string;
  readonly isSchoolDay: boolean;
  readonly nowMs: number;
  /** Minutes since midnight of `day` now: below 0 before the day, from 1440 on after it. */
  readonly minute: number;
  /** `HH:MM` */
  readonly lessonsStart: string;
  /** Minutes since midnight. */
  readonly startMinute: number;
  readonly rollCallLimitMinute: number;
  /** The first lesson stands first; empty where the school has not given its times. */
  readonly lessons: readonly { readonly from: number; readonly until: number }[];
}

/** Looks at a day from an instant. */
export function morningOf(
  settings: SchoolSettings,
  periods: readonly FreePeriod[],
  day: Day,
  nowMs: number,
): Morning {
  return {
    day,
    timeZone: settings.timeZone,
    isSchoolDay: isSchoolDay(day, periods),
    nowMs,
    minute: minuteOfDay(nowMs, day, settings.timeZone),
    lessonsStart: settings.lessonsStart,
    startMinute: minutesOf(settings.lessonsStart),
    rollCallLimitMinute: minutesOf(settings.rollCallLimit),
    lessons: settings.lessonTimes.map(({ from, until }) => ({
      from: minutesOf(from),
      until: minutesOf(until),
    })),
  };
}

/** True for a class that should have said by now who is missing: silence must not look like safety. */
export function isRollCallOverdue(morning: Morning, hasReported: boolean): boolean {
  return morning.isSchoolDay && !hasReported && morning.minute >= morning.rollCallLimitMinute;
}
