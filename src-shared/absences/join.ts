import type { Row } from '../tables/registry.ts';
import { END_OF_DAYS } from './find.ts';

type Absence = Row<'absence'>;
type Report = Row<'absenceReport'>;

/** What a report adds beside its own row. */
interface Extras {
  readonly fromLesson: number | null;
  readonly untilLesson: number | null;
  readonly offAllDayCare: 0 | 1;
  readonly offLunch: 0 | 1;
}

/**
 * True when a report and an absence that share a day can be one absence that says no more than both did:
 * otherwise a child who is only fetched early on Friday would be excused for the whole of it.
 */
export function canJoin(absence: Absence, report: Report): boolean {
  // Leave is granted for its days; a call cannot lengthen it.
  if (absence.reason === 'leave' && report.reason !== 'leave') return false;
  if (absence.span === 'wholeDay') return report.span === 'wholeDay' || isWithin(report, absence);
  if (report.span === 'wholeDay') return isWithin(absence, report);
  if (absence.span !== report.span) return false;
  return absence.atTime === report.atTime || (isWithin(absence, report) && isWithin(report, absence));
}

/** A second report widens, it never narrows: more days, the whole day rather than a part, both remarks. */
export function join(absence: Absence, report: Report, extras: Extras): Absence {
  const wholeDay = absence.span === 'wholeDay' || report.span === 'wholeDay';
  const becomesWhole = wholeDay && absence.span !== 'wholeDay';
  return {
    ...absence,
    fromDay: absence.fromDay < report.fromDay ? absence.fromDay : report.fromDay,
    untilDay: laterEnd(absence.untilDay, report.untilDay),
    span: wholeDay ? 'wholeDay' : absence.span,
    atTime: wholeDay ? null : widerTime(absence, report.atTime),
    fromLesson: wholeDay ? null : smaller(absence.fromLesson, extras.fromLesson),
    untilLesson: wholeDay ? null : larger(absence.untilLesson, extras.untilLesson),
    reason: absence.reason === 'other' || becomesWhole ? report.reason : absence.reason,
    offAllDayCare: absence.offAllDayCare === 1 ? 1 : extras.offAllDayCare,
    offLunch: absence.offLunch === 1 ? 1 : extras.offLunch,
    remark: bothRemarks(absence.remark, report.remark),
  };
}

/** The later of two last days; null, until further notice, is the latest. */
export function laterEnd(first: string | null, second: string | null): string | null {
  if (first === null || second === null) return null;
  return first > second ? first : second;
}

const BETWEEN_REMARKS = ' · ';

/** The single remarks of which one was joined. */
export function remarkParts(remark: string | null): string[] {
  return remark ? remark.split(BETWEEN_REMARKS) : [];
}

/** Remarks as one, each said once; null when there is none. */
export function joinRemarks(parts: readonly string[]): string | null {
  return [...new Set(parts)].join(BETWEEN_REMARKS) || null;
}

/** Two remarks as one. */
function bothRemarks(first: string | null, second: string | null): string | null {
  return joinRemarks([...remarkParts(first), ...remarkParts(second)]);
}

function isWithin(
  inner: { fromDay: string; untilDay: string | null },
  outer: { fromDay: string; untilDay: string | null },
): boolean {
  const innerEnd = inner.untilDay ?? END_OF_DAYS;
  return outer.fromDay <= inner.fromDay && innerEnd <= (outer.untilDay ?? END_OF_DAYS);
}

/** The later arrival, the earlier departure; a time rather than none. */
function widerTime({ span, atTime }: Absence, other: string | null): string | null {
  if (atTime === null || other === null) return atTime ?? other;
  const [earlier, later] = atTime < other ? [atTime, other] : [other, atTime];
  return span === 'leavesEarly' ? earlier : later;
}

function smaller(first: number | null, second: number | null): number | null {
  return first === null || second === null ? (first ?? second) : Math.min(first, second);
}

function larger(first: number | null, second: number | null): number | null {
  return first === null || second === null ? (first ?? second) : Math.max(first, second);
}
