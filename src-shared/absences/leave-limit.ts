import type { RuleContext } from '../contract/command.ts';
import { readFreePeriods, readSettings } from '../school/settings.ts';
import type { DomainReader, Row } from '../tables/registry.ts';
import { addDays, type Day } from '../values/day.ts';
import {
  freePeriodOn,
  schoolDayBefore,
  schoolDayOnOrAfter,
  schoolDaysIn,
} from '../values/school-calendar.ts';

interface Stay {
  readonly fromDay: Day;
  /** Null: no end is known. */
  readonly untilDay: Day | null;
}

/** Whether whoever acts is a teacher and leave for these days is the head's to decide. */
export async function exceedsTeacher(context: RuleContext, stay: Stay): Promise<boolean> {
  return context.actor.role === 'teacher' && isLeaveForHead(context.db, stay);
}

/**
 * Whether leave for these days is the head's to decide: beyond the school's limit, without an end, or touching a
 * free period (usual practice under NSchG § 63).
 */
export async function isLeaveForHead(db: DomainReader, { fromDay, untilDay }: Stay): Promise<boolean> {
  if (untilDay === null) return true;
  const { leaveLimitDays } = await readSettings(db);
  const periods = await readFreePeriods(db);
  if (schoolDaysIn(fromDay, untilDay, periods).length > leaveLimitDays) return true;
  // From the last school day before to the first one after: with a holiday in between, leave would lengthen it.
  const before = schoolDayBefore(fromDay, periods);
  const after = schoolDayOnOrAfter(addDays(untilDay, 1), periods);
  for (let day = addDays(before, 1); day < after; day = addDays(day, 1)) {
    if (freePeriodOn(day, periods)) return true;
  }
  return false;
}

type Absence = Pick<Row<'absence'>, 'reason' | 'span' | 'fromDay' | 'untilDay'>;

/**
 * Whether a teacher would grant what only the head may, by writing down an absence: leave for whole days that was
 * no leave before, or not for all of these days. What the head has granted may be shortened and annotated.
 */
export async function grantsTooMuch(
  context: RuleContext,
  before: Absence | undefined,
  after: Absence,
): Promise<boolean> {
  if (after.reason !== 'leave' || after.span !== 'wholeDay') return false;
  const was = before?.reason === 'leave' && before.span === 'wholeDay' ? before : undefined;
  const isWithin = was && was.fromDay <= after.fromDay && endsBy(after.untilDay, was.untilDay);
  return !isWithin && exceedsTeacher(context, after);
}

function endsBy(end: Day | null, limit: Day | null): boolean {
  return limit === null || (end !== null && end <= limit);
}
