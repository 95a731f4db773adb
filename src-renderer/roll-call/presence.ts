import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';
import { minutesOf } from '../../src-shared/values/day.ts';

export type ClassDay = OperationResult<'today.class'>;
export type ClassLine = ClassDay['lines'][number];
/** `expected`: not here, as announced. */
export type Presence = 'present' | 'missing' | 'late' | 'expected';

/** How a child stands: the teacher's tick first, then what was announced; nobody marked and nothing announced is present. */
export function presenceOf(line: ClassLine): Presence {
  if (line.mark !== null) return line.mark === 'missing' && isAnnounced(line) ? 'expected' : line.mark;
  return isAnnounced(line) ? 'expected' : 'present';
}

/** A known absence for the whole day or its beginning. Who leaves early is here in the morning. */
function isAnnounced(line: ClassLine): boolean {
  return line.absence !== null && line.absence.span !== 'leavesEarly';
}

/** What the next tick makes of a child: here becomes missing, anything else becomes here. */
export function toggled(line: ClassLine): 'missing' | 'present' {
  return presenceOf(line) === 'present' ? 'missing' : 'present';
}

/** How many children are not here now, as far as the class knows. */
export function countMissing(lines: readonly ClassLine[]): number {
  return lines.filter((line) => ['missing', 'expected'].includes(presenceOf(line))).length;
}

/** Minutes after the start of lessons (`HH:MM` both); null before it. */
export function minutesLate(now: string, lessonsStart: string): number | null {
  const late = minutesOf(now) - minutesOf(lessonsStart);
  return late >= 1 && late <= 480 ? late : null;
}
