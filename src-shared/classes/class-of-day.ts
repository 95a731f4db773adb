import type { RuleContext } from '../contract/command.ts';
import { rowsAmong } from '../roster/rows-among.ts';
import { lastsOn } from '../school/last-day.ts';
import type { DomainReader, Row } from '../tables/registry.ts';
import type { Day } from '../values/day.ts';

/** Orders moves of one child: by day, and on one day as they were decided. */
export function compareMoves(
  one: Pick<Row<'classMove'>, 'firstDay' | 'at'>,
  other: Pick<Row<'classMove'>, 'firstDay' | 'at'>,
): number {
  const [left, right] = [`${one.firstDay} ${one.at}`, `${other.firstDay} ${other.at}`];
  return left < right ? -1 : Number(left > right);
}

/**
 * The class a child was in on a day: the one it left by its first later move, else its present one. Before its first
 * class, and where nobody has noted a move (a list that was read in), that is the present one too.
 */
export async function classOnDay(
  db: DomainReader,
  student: Pick<Row<'student'>, 'id' | 'classId'>,
  day: Day,
): Promise<string | null> {
  const later = (await rowsAmong(db, 'classMove', 'studentId', [student.id]))
    .filter((move) => move.firstDay > day)
    .sort(compareMoves);
  return later[0]?.fromClassId ?? student.classId;
}

/**
 * The day on which a class has to be there for a child to be put into it: the entry's, or the deciding clock's if that is
 * later. An entry made offline before a change of the school year would else put a child into a class that is over.
 */
export function placingDay({ today, now }: Pick<RuleContext, 'today' | 'now'>): Day {
  // The day of the deciding clock, in UTC: school hours agree.
  const decidedOn = now.slice(0, 10);
  return today > decidedOn ? today : decidedOn;
}

/** True for a class somebody can be put into. */
export async function isOpenClass(context: RuleContext, classId: string): Promise<boolean> {
  const found = await context.db
    .selectFrom('schoolClass')
    .select('endedOn')
    .where('id', '=', classId)
    .executeTakeFirst();
  return found !== undefined && lastsOn(found.endedOn, placingDay(context));
}
