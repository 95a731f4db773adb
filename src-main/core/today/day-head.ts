import { freePeriodOn } from '../../../src-shared/values/school-calendar.ts';
import type { SchoolDay } from './read-day.ts';

/** What every screen of Heute begins with. */
export function dayHead({ morning, periods, settings }: SchoolDay) {
  return {
    day: morning.day,
    isSchoolDay: morning.isSchoolDay,
    freePeriod: freePeriodOn(morning.day, periods)?.name ?? null,
    lessonsStart: settings.lessonsStart,
    rollCallLimit: settings.rollCallLimit,
  };
}
