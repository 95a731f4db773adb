import type { Row } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';

type FreePeriod = Row<'freePeriod'>;

interface ListedPeriod {
  readonly kind: FreePeriod['kind'];
  readonly name: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
}

/**
 * What a listed period means for the calendar. `known`: its days are free already, in one piece; `moved`: holidays of
 * its name stand there with other days, which give way (`knownId`); `new` otherwise.
 */
export type PlannedPeriod<Listed> =
  | { readonly standing: 'new' | 'known'; readonly period: Listed }
  | { readonly standing: 'moved'; readonly period: Listed; readonly knownId: string };

/**
 * Compares a list with the calendar, and with what stands before it in the list itself. The rule and its preview both
 * ask this, so that what was shown is what happens.
 */
export function planPeriods<Listed extends ListedPeriod>(
  current: readonly FreePeriod[],
  listed: readonly Listed[],
): PlannedPeriod<Listed>[] {
  const taken = new Set<string>();
  const seen: ListedPeriod[] = [];
  return listed.map((period) => {
    const before = [...current.filter((one) => !taken.has(one.id)), ...seen];
    seen.push(period);
    if (before.some((one) => one.fromDay <= period.fromDay && period.untilDay <= one.untilDay))
      return { standing: 'known', period };
    const moved = current.find((one) => !taken.has(one.id) && isSameHoliday(one, period));
    if (!moved) return { standing: 'new', period };
    taken.add(moved.id);
    return { standing: 'moved', period, knownId: moved.id };
  });
}

/** The same holidays with other days: of one kind and name, and they share a day. */
function isSameHoliday(known: FreePeriod, listed: ListedPeriod): boolean {
  return (
    known.kind === listed.kind &&
    known.name.toLowerCase() === listed.name.toLowerCase() &&
    known.fromDay <= listed.untilDay &&
    listed.fromDay <= known.untilDay
  );
}
