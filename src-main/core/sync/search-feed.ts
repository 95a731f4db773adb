import { lasting } from '../../../src-shared/school/last-day.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import type { Cache } from '../database/cache.ts';
import type { ChangeSet } from '../database/change-set.ts';
import { createMutex } from '../database/mutex.ts';
import type { CacheReader } from '../dispatch/context.ts';
import type { SearchableGuardian, SearchableStudent } from '../search/searchable-student.ts';
import type { StudentIndex } from '../search/student-index.ts';

/** Naming more people than this is slower than filing everybody anew. */
const NAMED_AT_MOST = 400;

/** Keeps the search equal to the cache. */
export interface SearchFeed {
  /** Files all children of the cache. */
  fill(): Promise<void>;
  /** Files again whom a transaction changed. */
  update(changes: ChangeSet): Promise<void>;
}

/** @param today the school's day: a child is found until its last day is over */
export function createSearchFeed(cache: Cache, search: StudentIndex, today: () => Day): SearchFeed {
  const alone = createMutex();
  const fill = async () =>
    search.replaceAll(await cache.snapshot(() => readStudents(cache.reader, null, today())));
  return {
    fill: () => alone(fill),
    update: (changes) =>
      alone(async () => {
        if (changes.everybody || changes.students.size + changes.guardians.size > NAMED_AT_MOST) await fill();
        else if (changes.students.size + changes.guardians.size > 0)
          await refresh(cache, search, changes, today());
      }),
  };
}

async function refresh(cache: Cache, search: StudentIndex, changes: ChangeSet, day: Day): Promise<void> {
  await cache.snapshot(async () => {
    const ids = new Set(changes.students);
    if (changes.guardians.size > 0) {
      const ties = await cache.reader
        .selectFrom('guardianship')
        .select('studentId')
        .where('guardianId', 'in', [...changes.guardians])
        .execute();
      for (const { studentId } of ties) ids.add(studentId);
    }
    for (const student of await readStudents(cache.reader, [...ids], day)) {
      search.put(student);
      ids.delete(student.id);
    }
    for (const id of ids) search.remove(id);
  });
}

/** Children at the school on the day with their guardians, as the search files them. `ids` null: all. */
async function readStudents(
  reader: CacheReader,
  ids: readonly string[] | null,
  day: Day,
): Promise<SearchableStudent[]> {
  const students = await reader
    .selectFrom('student')
    .leftJoin('schoolClass', 'schoolClass.id', 'student.classId')
    .leftJoin('studentDetail', 'studentDetail.id', 'student.id')
    .select(['student.id', 'givenName', 'familyName', 'schoolClass.name as className', 'birthDate'])
    .where(lasting('leftOn', day))
    .$if(ids !== null, (query) => query.where('student.id', 'in', ids ?? []))
    .execute();
  const guardians = await readGuardians(reader, ids);
  return students.map(({ id, givenName, familyName, className, birthDate }) => ({
    id,
    givenName,
    familyName,
    className: className ?? '',
    ...(birthDate ? { birthDate } : {}),
    guardians: guardians.get(id) ?? [],
  }));
}

/** Guardians by child, in contact order. */
async function readGuardians(
  reader: CacheReader,
  ids: readonly string[] | null,
): Promise<Map<string, SearchableGuardian[]>> {
  const ties = await reader
    .selectFrom('guardianship')
    .innerJoin('guardian', 'guardian.id', 'guardianship.guardianId')
    .select(['studentId', 'guardian.id', 'givenName', 'familyName'])
    .$if(ids !== null, (query) => query.where('studentId', 'in', ids ?? []))
    .orderBy('contactOrder')
    .execute();
  const wanted = [...new Set(ties.map((tie) => tie.id))];
  const phones = new Map<string, string[]>();
  const contacts = await reader
    .selectFrom('guardianContact')
    .select(['guardianId', 'value'])
    .where('kind', '=', 'phone')
    .$if(ids !== null, (query) => query.where('guardianId', 'in', wanted))
    .orderBy('position')
    .execute();
  for (const { guardianId, value } of contacts) append(phones, guardianId, value);
  const byStudent = new Map<string, SearchableGuardian[]>();
  for (const { studentId, id, givenName, familyName } of ties) {
    append(byStudent, studentId, { id, givenName, familyName, phones: phones.get(id) ?? [] });
  }
  return byStudent;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
