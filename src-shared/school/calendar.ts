import { z } from 'zod';
import { daySchema } from '../values/day.ts';

/** Why there are no lessons. `movableHoliday`: one of the days each school chooses itself. */
export const freePeriodKinds = ['schoolHoliday', 'movableHoliday', 'closure', 'publicHoliday'] as const;
export type FreePeriodKind = (typeof freePeriodKinds)[number];

/** What comes in lists: school holidays from a file, public holidays from the server. */
export const importablePeriodKinds = ['schoolHoliday', 'publicHoliday'] as const;

/** A holiday file has some dozen entries for each of a few years. */
export const MOST_PERIODS = 200;

export const periodFields = {
  name: z.string().trim().min(1).max(80),
  fromDay: daySchema,
  untilDay: daySchema,
};
