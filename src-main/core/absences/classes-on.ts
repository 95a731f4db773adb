import type { DomainReader } from '../../../src-shared/tables/registry.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { schoolYearOf } from '../../../src-shared/values/school-year.ts';
import { type ClassName, readClasses } from '../today/people.ts';

/**
 * The classes there were on a day, in natural order: in June the old ones, also when it is looked at in October. A class
 * begins with its school year, or on the first day of the change that made it.
 */
export async function classesOn(db: DomainReader, day: Day): Promise<ClassName[]> {
  const changes = await db
    .selectFrom('schoolYearChange')
    .select(['schoolYear', 'firstDay'])
    .where('undoneAt', 'is', null)
    .execute();
  const begun = new Map(changes.map(({ schoolYear, firstDay }) => [schoolYear, firstDay]));
  const years = await db.selectFrom('schoolClass').select(['id', 'schoolYear']).execute();
  const yearOf = new Map(years.map(({ id, schoolYear }) => [id, schoolYear]));
  return (await readClasses(db, day)).filter(({ classId }) => {
    const year = yearOf.get(classId) ?? '';
    const firstDay = begun.get(year);
    return firstDay === undefined ? year <= schoolYearOf(day).name : firstDay <= day;
  });
}
