import type { DemoSchool } from '../../../resources/demo/demo-school.ts';
import { type DemoOptions, generateDemoSchools } from '../../../resources/demo/generate.ts';
import type { DemoProfile } from '../../../resources/demo/profiles.ts';

export const MONDAY = '2026-11-23';

/** The first school of a profile, on the morning of the handbook unless said otherwise. */
export function makeSchool(profile: DemoProfile = 'small', options: Partial<DemoOptions> = {}): DemoSchool {
  const [school] = generateDemoSchools(profile, { today: MONDAY, nowTime: '08:14', ...options });
  if (!school) throw new Error('the profile has no school');
  return school;
}

/** Values grouped by a key. */
export function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(list, keyOf);
}

/** The child of that name; of several the one in the class. */
export function childNamed(school: DemoSchool, name: string, className?: string) {
  const { student, schoolClass } = school.rows;
  const classId = schoolClass.find((one) => one.name === className)?.id;
  const found = student.find(
    (one) => `${one.givenName} ${one.familyName}` === name && (!className || one.classId === classId),
  );
  if (!found) throw new Error(`no child ${name}`);
  return found;
}

/** Absences, not withdrawn, that cover the day. */
export function absencesOn(school: DemoSchool, day: string) {
  return school.rows.absence.filter(
    (one) => one.withdrawn === 0 && one.fromDay <= day && (one.untilDay === null || one.untilDay >= day),
  );
}
