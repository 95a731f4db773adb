import type { Row } from '../../../src-shared/tables/registry.ts';
import { openTestCache, type TestCache } from '../cache.ts';
import { aClass, anOffice, aStaffMember } from './school.ts';
import { seed } from './seed.ts';
import { aStudent } from './students.ts';

/** The smallest school a rule works in: one class, one child, the office. */
export interface OneChildSchool {
  readonly cache: TestCache;
  readonly schoolClass: Row<'schoolClass'>;
  readonly student: Row<'student'>;
}

/** Opens a cache with one class 3b and one child in it. */
export async function openOneChildSchool(): Promise<OneChildSchool> {
  const cache = await openTestCache();
  const schoolClass = aClass();
  const student = aStudent({ classId: schoolClass.id });
  const office = aStaffMember({ id: anOffice().id, familyName: 'Yıldız', role: 'schoolOffice' });
  await seed(cache, { schoolClass, student, staffMember: office });
  return { cache, schoolClass, student };
}
