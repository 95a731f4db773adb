import type { Day } from '../../src-shared/values/day.ts';
import { daysBetween, minutesOf } from '../../src-shared/values/day.ts';
import type { CastRole } from './cast.ts';
import type { ChildDraft } from './people.ts';
import type { Random } from './random.ts';
import { ReportDesk } from './report-desk.ts';
import type { ClassDraft, SchoolDraft, StaffDraft } from './school-draft.ts';
import { msAt } from './school-time.ts';

/** The moment the morning is written for. */
const WRITTEN_FOR = minutesOf('08:14');
const LONGEST_GAP = 4;

/** All that today's morning is made with. */
export interface MorningFrame {
  readonly draft: SchoolDraft;
  readonly random: Random;
  readonly reports: ReportDesk;
  readonly children: readonly ChildDraft[];
  readonly classes: readonly ClassDraft[];
  readonly secretary: StaffDraft;
  readonly principal: StaffDraft;
  /** Minutes of today's `HH:MM`; pressed together when it is not yet 08:14, so that nothing lies ahead. */
  readonly minutes: (time: string) => number;
  /** Milliseconds of today's `HH:MM`. */
  readonly at: (time: string) => number;
  /** The school day so many school days from today. */
  readonly schoolDay: (distance: number) => Day;
  /** The same, but not across holidays: nobody reports a child ill until after the summer. */
  readonly nearbyDay: (distance: number) => Day;
  readonly cast: (role: CastRole) => ChildDraft;
  /** A child of the class that has no part yet and was not away lately. */
  readonly anyChildOf: (className: string) => ChildDraft;
}

/** Prepares today's morning. */
export function morningFrame(
  draft: SchoolDraft,
  people: { children: readonly ChildDraft[]; classes: readonly ClassDraft[]; staff: readonly StaffDraft[] },
): MorningFrame {
  const random = draft.random.fork('morning');
  const { children, classes, staff } = people;
  const secretary = staff.find((person) => person.role === 'schoolOffice');
  const principal = staff.find((person) => person.role === 'principal');
  if (!secretary || !principal) throw new RangeError('a school needs an office and a principal');
  const share = Math.min(1, draft.now / WRITTEN_FOR);
  const minutes = (time: string) => Math.floor(minutesOf(time) * share);
  const { schoolDays } = draft.calendar;
  const todayIndex = schoolDays.indexOf(draft.today);
  const schoolDay = (distance: number) => schoolDays[todayIndex + distance] ?? draft.today;
  const nearbyDay = (distance: number) => withoutGap(schoolDay, distance);
  return {
    draft,
    random,
    children,
    classes,
    secretary,
    principal,
    minutes,
    schoolDay,
    nearbyDay,
    reports: new ReportDesk(draft, random, staff),
    at: (time) => msAt(draft.today, minutes(time)),
    cast: (role) =>
      found(
        children.find((child) => child.role === role),
        role,
      ),
    anyChildOf: childPicker(draft, random, children, schoolDay(-4)),
  };
}

/** Walks day by day and stops before a gap longer than a weekend with a holiday beside it. */
function withoutGap(schoolDay: (distance: number) => Day, distance: number): Day {
  const step = Math.sign(distance);
  let reached = 0;
  while (reached !== distance) {
    const gap = Math.abs(daysBetween(schoolDay(reached), schoolDay(reached + step)));
    if (gap > LONGEST_GAP) break;
    reached += step;
  }
  return schoolDay(reached);
}

function childPicker(
  draft: SchoolDraft,
  random: Random,
  children: readonly ChildDraft[],
  since: Day,
): MorningFrame['anyChildOf'] {
  const busy = new Set(
    draft.rows.absence.filter((one) => (one.untilDay ?? since) >= since).map((one) => one.studentId),
  );
  const free = random.shuffled(children.filter((child) => child.role === null && !busy.has(child.id)));
  return (className) => {
    const index = free.findIndex((child) => child.schoolClass.name === className);
    return found(free.splice(Math.max(0, index), 1)[0], className);
  };
}

function found(child: ChildDraft | undefined, what: string): ChildDraft {
  if (!child) throw new RangeError(`the morning needs a child: ${what}`);
  return child;
}
