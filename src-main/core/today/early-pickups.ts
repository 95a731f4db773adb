import { isAway, presenceOf } from '../../../src-shared/today/presence.ts';
import { compareByName, type NamedStudent, shown } from './people.ts';
import { childDay, type SchoolDay } from './read-day.ts';

/** A child fetched before the others; `at` is empty when no time was said. */
interface EarlyPickup {
  readonly student: NamedStudent;
  readonly at: string;
  /** Every day, and not only today. */
  readonly regular: boolean;
}

/** Ids of the children who are fetched early on the day, by rule or by an announcement. */
function fetchedEarly(day: SchoolDay): string[] {
  if (!day.morning.isSchoolDay) return [];
  const announced = [...day.away].filter(([, rows]) => rows.some((row) => row.span === 'leavesEarly'));
  return [...new Set([...announced.map(([studentId]) => studentId), ...day.pickups.keys()])];
}

/** Who is fetched early today, by time; children who are away anyway are left out. */
export function earlyPickups(day: SchoolDay, students: ReadonlyMap<string, NamedStudent>) {
  return fetchedEarly(day)
    .flatMap((studentId): EarlyPickup[] => {
      const student = students.get(studentId);
      if (!student || isAway(presenceOf(childDay(day, studentId), day.morning))) return [];
      const announced = (day.away.get(studentId) ?? []).find((row) => row.span === 'leavesEarly');
      if (announced) return [{ student, at: announced.atTime ?? '', regular: false }];
      return [{ student, at: day.pickups.get(studentId) ?? '', regular: true }];
    })
    .sort(
      (left, right) =>
        (left.at < right.at ? -1 : left.at > right.at ? 1 : 0) || compareByName(left.student, right.student),
    )
    .map(({ student, at, regular }) => ({ ...shown(student), at, regular }));
}
