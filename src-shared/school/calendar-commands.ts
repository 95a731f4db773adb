import { z } from 'zod';
import { idSchema } from '../absences/report-fields.ts';
import {
  accepted,
  create,
  defineCommand,
  put,
  type RuleContext,
  refused,
  remove,
  says,
} from '../contract/command.ts';
import { daysBetween } from '../values/day.ts';
import { freePeriodKinds, importablePeriodKinds, MOST_PERIODS, periodFields } from './calendar.ts';
import { planPeriods } from './plan-periods.ts';

const subjects = () => [{ root: 'school' as const, id: '-' }];
const named = z.object({ periodId: idSchema });

/** Longer than this no school is closed; summer holidays have at most seven weeks. */
const LONGEST_PERIOD_DAYS = 120;

/** Enters days without lessons: holidays, a movable holiday, a closure for weather. */
export const enterPeriod = defineCommand('calendar.enter', {
  args: z.strictObject({ periodId: idSchema, kind: z.enum(freePeriodKinds), ...periodFields }),
  result: named,
  subjects,
  rule: async (context, { periodId, ...period }) => {
    const problem = problemOf(period);
    if (problem) return refused(problem);
    const known = await findPeriod(context, periodId);
    if (known) return says(known, period) ? accepted([], { periodId }) : refused('idTaken');
    return accepted([create('freePeriod', { id: periodId, ...period })], { periodId });
  },
});

/** Strikes days out of the calendar: there are lessons after all. What is gone already stays gone. */
export const strikePeriod = defineCommand('calendar.strike', {
  args: z.strictObject({ periodId: idSchema }),
  result: named,
  subjects,
  rule: async (context, { periodId }) => {
    const known = await findPeriod(context, periodId);
    return accepted(known ? [remove('freePeriod', periodId, '-')] : [], { periodId });
  },
});

/**
 * Takes a list of free periods into the calendar, by the plan its preview showed ({@link planPeriods}): what
 * stands there already is left alone, so the same list again changes nothing.
 */
export const importPeriods = defineCommand('calendar.import', {
  args: z.strictObject({
    periods: z
      .array(z.strictObject({ periodId: idSchema, kind: z.enum(importablePeriodKinds), ...periodFields }))
      .max(MOST_PERIODS),
  }),
  result: z.object({ entered: z.number().int(), moved: z.number().int() }),
  subjects,
  rule: async (context, { periods }) => {
    for (const period of periods) {
      const problem = problemOf(period);
      if (problem) return refused(problem);
    }
    const current = await context.db.selectFrom('freePeriod').selectAll().orderBy('fromDay').execute();
    const plan = planPeriods(current, periods);
    const entered = plan.filter((one) => one.standing === 'new');
    const moved = plan.filter((one) => one.standing === 'moved');
    const changes = [
      ...entered.map(({ period: { periodId: id, ...rest } }) => create('freePeriod', { id, ...rest })),
      ...moved.map(({ period: { periodId: _, ...rest }, knownId: id }) => put('freePeriod', { id, ...rest })),
    ];
    return accepted(changes, { entered: entered.length, moved: moved.length });
  },
});

function problemOf({ fromDay, untilDay }: { fromDay: string; untilDay: string }) {
  if (untilDay < fromDay) return 'rangeReversed';
  return daysBetween(fromDay, untilDay) >= LONGEST_PERIOD_DAYS ? 'periodTooLong' : null;
}

async function findPeriod(context: RuleContext, id: string) {
  return context.db.selectFrom('freePeriod').selectAll().where('id', '=', id).executeTakeFirst();
}
