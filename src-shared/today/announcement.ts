import type { AbsenceSpan } from '../absences/words.ts';
import { minutesOf } from '../values/day.ts';
import type { Morning } from './morning.ts';

/** How much of a day an absence, a waiting report or a bare mark says a child is away. */
export interface AwayPart {
  readonly span: AbsenceSpan;
  /** `HH:MM`: expected arrival or departure. */
  readonly atTime: string | null;
  readonly fromLesson: number | null;
  readonly untilLesson: number | null;
}

/** A child who "comes later" without a time is waited for this long after lessons begin. */
const LATE_WITHOUT_TIME_MINUTES = 30;

/** What is announced for the first lesson: away for good, away until a minute of the day, or nothing. */
export type Announcement =
  | { readonly kind: 'away' }
  | { readonly kind: 'until'; readonly minute: number }
  | { readonly kind: 'none' };

/** What all parts together announce for the first lesson; the longest counts. */
export function announcedFor(parts: readonly AwayPart[], morning: Morning): Announcement {
  let longest: Announcement = { kind: 'none' };
  for (const part of parts) {
    const one = announcedBy(part, morning);
    if (one.kind === 'away') return one;
    if (one.kind === 'until' && (longest.kind === 'none' || one.minute > longest.minute)) longest = one;
  }
  return longest;
}

function announcedBy(part: AwayPart, morning: Morning): Announcement {
  switch (part.span) {
    case 'wholeDay':
      return { kind: 'away' };
    case 'leavesEarly':
      return { kind: 'none' };
    case 'arrivesLate':
      return { kind: 'until', minute: arrivalMinute(part, morning) };
    case 'lessons':
      return (part.fromLesson ?? 1) > 1 ? { kind: 'none' } : backAfter(part.untilLesson, morning);
  }
}

function arrivalMinute(part: AwayPart, morning: Morning): number {
  return part.atTime === null ? morning.startMinute + LATE_WITHOUT_TIME_MINUTES : minutesOf(part.atTime);
}

/** Back for the lesson that follows; away for good if there is none, or nobody has said when it begins. */
function backAfter(untilLesson: number | null, morning: Morning): Announcement {
  const next = untilLesson === null ? undefined : morning.lessons[untilLesson];
  return next ? { kind: 'until', minute: next.from } : { kind: 'away' };
}

/** The earliest minute at which one of the parts fetches the child, or null. */
export function departureMinute(parts: readonly AwayPart[]): number | null {
  const minutes = parts.flatMap(({ span, atTime }) =>
    span === 'leavesEarly' && atTime !== null ? [minutesOf(atTime)] : [],
  );
  return minutes.length === 0 ? null : Math.min(...minutes);
}

/** True while a part that begins after the first lesson keeps the child away (a doctor in the third lesson). */
export function isAwayMeanwhile(parts: readonly AwayPart[], morning: Morning): boolean {
  return parts.some(({ span, fromLesson, untilLesson }) => {
    if (span !== 'lessons' || fromLesson === null || fromLesson <= 1) return false;
    const first = morning.lessons[fromLesson - 1];
    const next = untilLesson === null ? undefined : morning.lessons[untilLesson];
    return first !== undefined && morning.minute >= first.from && (!next || morning.minute < next.from);
  });
}
