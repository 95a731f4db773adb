import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { schoolYearOf } from '../../../src-shared/values/school-year.ts';
import { groupedBy } from '../today/grouped.ts';

type Calendar = OperationResult<'calendar.list'>;
type Year = Calendar['years'][number];

/** The calendar by school years: the present one first, then what comes, then what was. */
export async function listCalendar(db: DomainReader, today: Day): Promise<Calendar> {
  const rows = await db.selectFrom('freePeriod').selectAll().orderBy('fromDay').orderBy('name').execute();
  const present = schoolYearOf(today).name;
  const byYear = new Map([
    [present, [] as typeof rows],
    ...groupedBy(rows, (row) => schoolYearOf(row.fromDay).name),
  ]);
  const years = [...byYear].map(
    ([name, periods]): Year => ({
      name,
      current: name === present,
      hasHolidays: periods.some(({ kind }) => kind === 'schoolHoliday'),
      periods: periods.map(({ id, ...period }) => ({
        periodId: id,
        ...period,
        schoolDays: schoolDaysIn(period.fromDay, period.untilDay, []).length,
      })),
    }),
  );
  const isPast = (year: Year) => year.name < present;
  return {
    years: years.sort(
      (one, other) =>
        Number(isPast(one)) - Number(isPast(other)) ||
        (isPast(one) ? other.name.localeCompare(one.name) : one.name.localeCompare(other.name)),
    ),
  };
}
