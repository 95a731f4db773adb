import type { TFunction } from 'i18next';
import { type Day, weekday } from '../../src-shared/values/day.ts';

/** A day without lessons; `name` is null for a plain weekend. */
export interface FreeDay {
  readonly day: Day;
  readonly name: string | null;
}

/** Why there are no lessons: the holiday's name, or that it is the weekend. */
export function freeName(free: FreeDay, t: TFunction<'absences'>): string {
  return free.name ?? t(weekday(free.day) === 6 ? 'free.saturday' : 'free.sunday');
}
