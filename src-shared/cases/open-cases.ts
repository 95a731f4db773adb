import type { Morning } from '../today/morning.ts';
import { type ChildDay, presenceOf } from '../today/presence.ts';
import { instantAt } from '../values/school-clock.ts';

/** Why a child's case is open, without the people to call. */
export interface CaseFact {
  /** `announcedLate`: was to come later, the time has passed, and the child is still missing. */
  readonly kind: 'unexplained' | 'announcedLate';
  /** ISO, UTC: start of lessons, or the announced time. The clock of the case runs from here. */
  readonly since: string;
  /** A report waits in the inbox: to be checked, not unexplained. */
  readonly waitingReport: boolean;
  /** `HH:MM` */
  readonly announcedFor: string | null;
}

/**
 * The case of a child, or null. Open while the child is marked missing and is neither covered by an absence,
 * nor found by a call, nor seen since. A report that waits in the inbox covers the child, but somebody has to
 * look at it: the case stays, marked so.
 */
export function caseOf(child: ChildDay, morning: Morning): CaseFact | null {
  if (child.mark?.state !== 'missing') return null;
  const { state, atTime, toCheck } = presenceOf(child, morning);
  if (state !== 'unexplained' && !toCheck) return null;
  const passed = state === 'unexplained' ? atTime : null;
  return {
    kind: passed === null ? 'unexplained' : 'announcedLate',
    since: instantAt(morning.day, passed ?? morning.lessonsStart, morning.timeZone),
    waitingReport: toCheck,
    announcedFor: atTime,
  };
}

/** All open cases of a day: real ones before those to be checked, the longest open first. */
export function openCases(
  children: ReadonlyMap<string, ChildDay>,
  morning: Morning,
): (CaseFact & { readonly studentId: string })[] {
  const open = [...children].flatMap(([studentId, child]) => {
    const fact = caseOf(child, morning);
    return fact ? [{ studentId, ...fact }] : [];
  });
  return open.sort(
    (left, right) =>
      Number(left.waitingReport) - Number(right.waitingReport) ||
      (left.since < right.since ? -1 : left.since > right.since ? 1 : 0) ||
      (left.studentId < right.studentId ? -1 : 1),
  );
}

/** The number on tiles and badges: cases that are more than a report to be checked. */
export function countUnexplained(cases: readonly { readonly waitingReport: boolean }[]): number {
  return cases.filter((one) => !one.waitingReport).length;
}
