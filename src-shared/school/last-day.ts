import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Day } from '../values/day.ts';

/**
 * True on `day` for what ends with `lastDay`: a child or a colleague who leaves, a class that is given up. The last day
 * itself still belongs to it, as it does for an absence or a substitution; null while no end is set.
 */
export function lastsOn(lastDay: Day | null, day: Day): boolean {
  return lastDay === null || lastDay >= day;
}

/** {@link lastsOn} as a condition on a column (`leftOn`, `student.leftOn`, `endedOn`), for both engines. */
export function lasting(column: string, day: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.ref(column)} is null or ${sql.ref(column)} >= ${day})`;
}
