import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { groupedBy } from './grouped.ts';

/** Days a child was absent for the whole of, by child. */
export type AbsentDays = ReadonlyMap<string, ReadonlySet<Day>>;

/** Which children were away for whole days, on which of the given school days (rising). Two absences of one day count once. */
export async function readAbsentDays(db: DomainReader, schoolDays: readonly Day[]): Promise<AbsentDays> {
  const first = schoolDays[0];
  const last = schoolDays.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const rows = await db
    .selectFrom('absence')
    .select(['studentId', 'fromDay', 'untilDay'])
    .where('fromDay', '<=', last)
    .where((where) => where.or([where('untilDay', '>=', first), where('untilDay', 'is', null)]))
    .where('span', '=', 'wholeDay')
    .where('withdrawn', '=', 0)
    .execute();
  const absent = new Map<string, Set<Day>>();
  for (const [studentId, absences] of groupedBy(rows, (row) => row.studentId)) {
    const covers = (day: Day) =>
      absences.some((one) => one.fromDay <= day && (one.untilDay === null || one.untilDay >= day));
    absent.set(studentId, new Set(schoolDays.filter(covers)));
  }
  return absent;
}

/** Share of child-days missed, 0–1; null where there were no children or no school days. */
export function absenceRate(
  absent: AbsentDays,
  studentIds: Iterable<string>,
  schoolDays: readonly Day[],
): number | null {
  let children = 0;
  let missed = 0;
  for (const id of studentIds) {
    children += 1;
    const days = absent.get(id);
    if (days) for (const day of schoolDays) if (days.has(day)) missed += 1;
  }
  const all = children * schoolDays.length;
  return all === 0 ? null : missed / all;
}
