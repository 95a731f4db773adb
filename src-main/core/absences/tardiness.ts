import type { OperationResult } from '../../../src-shared/contract/staff-contract.ts';
import { lastTicks } from '../../../src-shared/roll-call/standing.ts';
import type { DomainReader, Row } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { groupedBy } from '../today/grouped.ts';
import { unindexed } from '../today/unindexed.ts';

type Tardiness = NonNullable<OperationResult<'absences.ofStudent'>>['tardiness'];

/**
 * How late a child came since a day, the newest first: what was written down, and for days of which nothing was,
 * the tick of the class list that counts. A day with an absence (announced late, fetched, ill) is told by that.
 */
export async function readTardiness(
  db: DomainReader,
  studentId: string,
  fromDay: Day,
  absences: readonly Pick<Row<'absence'>, 'fromDay' | 'untilDay'>[],
): Promise<Tardiness> {
  const written = await db
    .selectFrom('tardiness')
    .select(['id as tardinessId', 'day', 'minutes', 'excuse'])
    .where('studentId', '=', studentId)
    .where('day', '>=', fromDay)
    .execute();
  const marks = await db
    .selectFrom('rollCallMark')
    .selectAll()
    .where('studentId', '=', studentId)
    .where(unindexed('day'), '>=', fromDay)
    .execute();
  const told = (day: Day) =>
    written.some((one) => one.day === day) ||
    absences.some((one) => one.fromDay <= day && (one.untilDay === null || day <= one.untilDay));
  const ticked = [...groupedBy(marks, (mark) => mark.day).values()].flatMap((ofDay) => {
    const tick = lastTicks(ofDay).get(studentId);
    if (tick?.state !== 'late' || tick.minutesLate === null || told(tick.day)) return [];
    const { id: tardinessId, day, minutesLate: minutes } = tick;
    return [{ tardinessId, day, minutes, excuse: 'open' as const }];
  });
  return [...written, ...ticked].sort((one, other) => (one.day < other.day ? 1 : -1));
}
