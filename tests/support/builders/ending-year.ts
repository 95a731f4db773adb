import type { CommandArgs } from '../../../src-shared/contract/commands.ts';
import type { Row } from '../../../src-shared/tables/registry.ts';
import { openTestCache, run, type TestCache } from '../cache.ts';
import { anId } from './ids.ts';
import { aClass, anAssignment, aStaffMember } from './school.ts';
import { seed } from './seed.ts';
import { aStudent } from './students.ts';

type Change = CommandArgs<'classes.changeYear'>;

/** The first day of the new school year. */
export const FIRST = '2027-08-12';
/** The day before it: the last of the old classes. */
export const LAST = '2027-08-11';
/** Half past seven and an hour later on {@link FIRST}. */
export const early = { at: `${FIRST}T05:30:00.000Z` };
export const later = { at: `${FIRST}T06:30:00.000Z` };

/** A school whose year is over: 1a, 2b and 4c, a child in each, and a teacher of 1a and 4c. */
export interface EndingYear {
  readonly cache: TestCache;
  readonly old: Readonly<Record<'1a' | '2b' | '4c', Row<'schoolClass'>>>;
  /** Ids of the classes to come. */
  readonly fresh: Readonly<Record<'2a' | '3b' | '1a', string>>;
  readonly teacher: Row<'staffMember'>;
  readonly ben: Row<'student'>;
  readonly eda: Row<'student'>;
  readonly zoe: Row<'student'>;
  /** 1a becomes 2a, 2b becomes 3b, 4c leaves, and a new 1a waits for its children. */
  wish(fields?: Partial<Change>): Change;
  change(fields?: Partial<Change>, options?: { at: string }): ReturnType<typeof run<'classes.changeYear'>>;
  child(id: string): Promise<Row<'student'> | undefined>;
}

/** Opens that school. */
export async function openEndingYear(): Promise<EndingYear> {
  const cache = await openTestCache();
  const old = {
    '1a': aClass({ name: '1a', gradeLevel: 1 }),
    '2b': aClass({ name: '2b', gradeLevel: 2 }),
    '4c': aClass({ name: '4c', gradeLevel: 4 }),
  };
  const fresh = { '2a': anId(), '3b': anId(), '1a': anId() };
  const teacher = aStaffMember({ familyName: 'Petersen' });
  const ben = aStudent({ givenName: 'Ben', familyName: 'Adler', classId: old['1a'].id });
  const eda = aStudent({ givenName: 'Eda', familyName: 'Bulut', classId: old['2b'].id });
  const zoe = aStudent({ givenName: 'Zoë', familyName: 'Cordes', classId: old['4c'].id });
  await seed(cache, {
    schoolClass: Object.values(old),
    staffMember: teacher,
    student: [ben, eda, zoe],
    classAssignment: [
      anAssignment({ classId: old['1a'].id, staffId: teacher.id }),
      anAssignment({ classId: old['4c'].id, staffId: teacher.id, kind: 'subjectTeacher' }),
    ],
  });
  const wish = (fields: Partial<Change> = {}): Change => ({
    ...{ changeId: anId(), firstDay: FIRST, apart: [] },
    classes: [
      { classId: fresh['2a'], name: '2a', gradeLevel: 2 },
      { classId: fresh['3b'], name: '3b', gradeLevel: 3 },
      { classId: fresh['1a'], name: '1a', gradeLevel: 1 },
    ],
    moves: [
      { fromClassId: old['1a'].id, toClassId: fresh['2a'] },
      { fromClassId: old['2b'].id, toClassId: fresh['3b'] },
      { fromClassId: old['4c'].id, toClassId: null },
    ],
    ...fields,
  });
  return {
    ...{ cache, old, fresh, teacher, ben, eda, zoe, wish },
    change: (fields = {}, options = early) => run(cache, 'classes.changeYear', wish(fields), options),
    child: async (id) => (await cache.rows('student')).find((row) => row.id === id),
  };
}
