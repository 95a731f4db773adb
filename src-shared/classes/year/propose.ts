import type { Row } from '../../tables/registry.ts';
import { addDays, type Day } from '../../values/day.ts';
import { schoolYearOf } from '../../values/school-year.ts';

type OldClass = Pick<Row<'schoolClass'>, 'name' | 'gradeLevel'>;

/**
 * What becomes of a class: it goes on under a name, it leaves the school, or (`unclear`: its name holds no year, or
 * several) it most likely goes on as it is, and somebody has to look.
 */
export interface Following {
  readonly kind: 'moves' | 'leaves' | 'unclear';
  /** The name it has next; the present one of a class that leaves. */
  readonly name: string;
}

/** Primary school ends after year 4, in Berlin and Brandenburg after year 6: no class leaves before. */
const FIRST_LAST_GRADE = 4;

/** Proposes what follows each class, in their order: 1a becomes 2a, and the highest year leaves. */
export function proposeFollowing(classes: readonly OldClass[]): Following[] {
  const last = Math.max(FIRST_LAST_GRADE, ...classes.map(({ gradeLevel }) => gradeLevel));
  return classes.map(({ name, gradeLevel }) => {
    if (gradeLevel === last) return { kind: 'leaves', name };
    const next = gradeLevel > 0 ? nextName(name, gradeLevel) : null;
    return next === null ? { kind: 'unclear', name } : { kind: 'moves', name: next };
  });
}

/** `1a` → `2a`, `Klasse 3` → `Klasse 4`; null for a name that holds no year of its own (`Eulen`). */
function nextName(name: string, gradeLevel: number): string | null {
  const found = new RegExp(`^(\\D*)${gradeLevel}(?!\\d)(?!\\s*[/+-]\\s*\\d)(.*)$`).exec(name);
  return found && `${found[1]}${gradeLevel + 1}${found[2]}`;
}

/**
 * The first day in the new classes: the first of the school year (1 August), or the day after an old class has last
 * reported who is there; today where that would be later.
 */
export function proposeFirstDay(today: Day, lastReported: Day | null): Day {
  const { fromDay } = schoolYearOf(today);
  const free = lastReported === null ? fromDay : addDays(lastReported, 1);
  const wanted = free > fromDay ? free : fromDay;
  return wanted > today ? today : wanted;
}
