import { sql } from 'kysely';
import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { birthdaysOn } from '../../../src-shared/values/school-year.ts';

/** Children whose birthday is on the day. */
export async function readBirthdays(
  db: DomainReader,
  day: Day,
): Promise<{ studentId: string; birthDate: Day }[]> {
  const rows = await db
    .selectFrom('studentDetail')
    .select(['id', 'birthDate'])
    .where(sql`substr(${sql.ref('birthDate')}, 6)`, 'in', birthdaysOn(day))
    .execute();
  return rows.flatMap(({ id, birthDate }) => (birthDate ? [{ studentId: id, birthDate }] : []));
}
