import type { AttemptOutcome } from '../absences/words.ts';
import { minutesOf } from '../values/day.ts';
import { timeOfMinute } from '../values/school-clock.ts';
import { type AwayPart, announcedFor, departureMinute, isAwayMeanwhile } from './announcement.ts';
import type { Morning } from './morning.ts';

/** All that is known of one child on one day. Absences that were withdrawn are not part of it. */
export interface ChildDay {
  readonly mark: {
    readonly state: 'missing' | 'late' | 'present';
    readonly at: string;
    readonly minutesLate: number | null;
  } | null;
  /** Absences that cover the day; where the reason may not be known, their bare marks. */
  readonly away: readonly AwayPart[];
  /** Reports of the inbox that cover the day and nobody has looked at yet. */
  readonly waiting: readonly AwayPart[];
  readonly attempts: readonly { readonly outcome: AttemptOutcome; readonly at: string }[];
  /** `HH:MM` at which the child is fetched every day before the others. */
  readonly earlyPickupAt: string | null;
}

/** A day of which nothing is known: the child is there. */
export const ordinaryDay: ChildDay = { mark: null, away: [], waiting: [], attempts: [], earlyPickupAt: null };

export type PresenceState = 'here' | 'late' | 'reported' | 'comesLater' | 'unexplained' | 'pickedUp';

/** Where a child is supposed to be now. */
export interface Presence {
  /**
   * `here`: in the building, or nobody has said otherwise; `late`: has come after all; `reported`: away and
   * somebody knows why; `comesLater`: expected at a time still to come; `unexplained`: missing, and nobody
   * knows why or an announced time has passed; `pickedUp`: was there and has left.
   */
  readonly state: PresenceState;
  /** `HH:MM` of arrival (`late`, `comesLater`, an announcement that has passed) or departure (`pickedUp`). */
  readonly atTime: string | null;
  /** Rests on a report that still waits in the inbox. */
  readonly toCheck: boolean;
}

/** For so long a child "on the way" is waited for; then somebody has to ask again. */
const ON_THE_WAY_MINUTES = 30;

/**
 * The state of a child: the one rule behind tiles, lists and printed sheets, so that they never disagree.
 * What a teacher has seen counts more than what was announced; what was announced more than nothing.
 */
export function presenceOf(child: ChildDay, morning: Morning): Presence {
  if (child.mark !== null && child.mark.state !== 'missing') return inTheBuilding(child, morning);
  const announced = announcedFor(child.away, morning);
  if (announced.kind === 'away') return presence('reported');
  if (announced.kind === 'until' && morning.minute < announced.minute)
    return presence('comesLater', announced.minute);
  const found = foundByCalling(child, morning);
  if (found) return found;
  const waiting = announcedFor(child.waiting, morning);
  if (waiting.kind === 'away') return presence('reported', null, true);
  if (waiting.kind === 'until' && morning.minute < waiting.minute)
    return presence('comesLater', waiting.minute, true);
  if (child.mark === null) return inTheBuilding(child, morning);
  const passed = [announced, waiting].flatMap((one) => (one.kind === 'until' ? [one.minute] : []));
  return presence('unexplained', passed.length > 0 ? Math.max(...passed) : null);
}

/** Not in the building, and not because the day is over for them: what "fehlt" counts. */
export function isAway({ state }: Presence): boolean {
  return state === 'reported' || state === 'comesLater' || state === 'unexplained';
}

function presence(state: PresenceState, minute: number | null = null, toCheck = false): Presence {
  return { state, atTime: minute === null ? null : timeOfMinute(minute), toCheck };
}

function inTheBuilding(child: ChildDay, morning: Morning): Presence {
  const regular = child.earlyPickupAt === null ? null : minutesOf(child.earlyPickupAt);
  const announced = departureMinute(child.away);
  const departure = [regular, announced].filter((minute) => minute !== null && minute <= morning.minute);
  if (departure.length > 0) return presence('pickedUp', Math.min(...departure.map(Number)));
  if (isAwayMeanwhile(child.away, morning)) return presence('reported');
  if (child.mark?.state !== 'late') return presence('here');
  const { minutesLate } = child.mark;
  return presence('late', minutesLate === null ? null : morning.startMinute + minutesLate);
}

/**
 * What a call about a missing child has told. "Ill" speaks through the absence it makes, so that taking the
 * absence back opens the case again. "Just arrived" holds unless the teacher has missed the child since.
 * "On the way" holds for {@link ON_THE_WAY_MINUTES}.
 */
function foundByCalling({ mark, attempts }: ChildDay, morning: Morning): Presence | null {
  if (mark === null) return null;
  const seenSince = (at: string) => Date.parse(at) >= Date.parse(mark.at);
  if (attempts.some(({ outcome, at }) => outcome === 'justArrived' && seenSince(at))) return presence('late');
  if (attempts.some(({ outcome }) => outcome === 'other')) return presence('reported');
  const waitedFor = (at: string) => morning.nowMs < Date.parse(at) + ON_THE_WAY_MINUTES * 60_000;
  if (attempts.some(({ outcome, at }) => outcome === 'onTheWay' && waitedFor(at)))
    return presence('comesLater');
  return null;
}
