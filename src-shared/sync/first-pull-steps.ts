import type { RecentRows } from '../tables/column.ts';
import { type TableName, tableNames, tables } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';
import { type FreePeriod, schoolDayBefore } from '../values/school-calendar.ts';

/** School days before today that the morning looks back to: what nobody has asked about in a week is over. */
export const MORNING_SCHOOL_DAYS = 5;

/** A table, or of a table with years of rows the recent or the earlier ones, in their place in a first pull. */
export interface FirstPullStep {
  readonly table: TableName;
  readonly part: 'all' | 'recent' | 'earlier';
}

/** What the morning needs comes first, then the rest; both in the registry's order. */
const morning: readonly FirstPullStep[] = tableNames
  .filter((table) => tables[table].morning !== false)
  .map((table) => ({ table, part: tables[table].morning === true ? 'all' : 'recent' }));
const later: readonly FirstPullStep[] = tableNames
  .filter((table) => tables[table].morning !== true)
  .map((table) => ({ table, part: tables[table].morning === false ? 'all' : 'earlier' }));

export const firstPullSteps: readonly FirstPullStep[] = [...morning, ...later];
/** The first step that the morning does not wait for. */
export const firstLaterStep = morning.length;

/** Which rows of a table count as recent; undefined where the table is not parted. */
export function recentRows(table: TableName): RecentRows | undefined {
  const part: boolean | RecentRows = tables[table].morning;
  return typeof part === 'boolean' ? undefined : part;
}

/** The first day the morning of `today` looks back to. */
export function morningSince(today: Day, periods: readonly FreePeriod[]): Day {
  let day = today;
  for (let passed = 0; passed < MORNING_SCHOOL_DAYS; passed += 1) day = schoolDayBefore(day, periods);
  return day;
}

/** Whether a step brings a row of its table. @param since {@link morningSince} */
export function isInStep(
  { table, part }: FirstPullStep,
  row: Readonly<Record<string, unknown>>,
  since: Day,
): boolean {
  const recent = recentRows(table);
  if (!recent || part === 'all') return true;
  const last = row[recent.lastOn];
  const isOpen = recent.open !== undefined && row[recent.open.column] === recent.open.value;
  return (isOpen || last === null || String(last) >= since) === (part === 'recent');
}
