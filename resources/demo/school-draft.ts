import type { StaffRole } from '../../src-shared/rights/roles.ts';
import type { Day } from '../../src-shared/values/day.ts';
import { uuidV7 } from '../../src-shared/values/uuid.ts';
import { type DemoCalendar, schoolYearOf, schoolYearStart } from './calendar.ts';
import { type DemoRows, emptyRows } from './demo-school.ts';
import type { SchoolPlan } from './profiles.ts';
import type { Random } from './random.ts';
import { msAt } from './school-time.ts';

export interface StaffDraft {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: StaffRole;
}

export interface ClassDraft {
  readonly id: string;
  readonly name: string;
  readonly grade: number;
  readonly size: number;
  readonly teacher: StaffDraft;
}

/** Where everything about one school comes together while it is being made. */
export interface SchoolDraft {
  readonly plan: SchoolPlan;
  readonly today: Day;
  /** Minutes since midnight. */
  readonly now: number;
  readonly calendar: DemoCalendar;
  /** The calendar year in which this school year began. */
  readonly schoolYear: number;
  readonly random: Random;
  readonly rows: DemoRows;
  /** Full names of children and guardians; nobody is drawn twice. */
  readonly takenNames: Set<string>;
  /** An id made at that moment (ms since the epoch). */
  readonly idAt: (ms: number) => string;
  /** An id of the register, made when the school year began. */
  readonly registerId: () => string;
}

/** A draft without anybody in it. */
export function emptyDraft(
  plan: SchoolPlan,
  frame: { today: Day; now: number; calendar: DemoCalendar; random: Random },
): SchoolDraft {
  const ids = frame.random.fork('ids');
  const schoolYear = schoolYearOf(frame.today);
  // One id a millisecond, from eight in the morning on the first of August: sorted as they were made.
  let registerMs = msAt(schoolYearStart(schoolYear), 480);
  const idAt = (ms: number) => uuidV7(ms, ids.bytes);
  const registerId = () => {
    registerMs += 1;
    return idAt(registerMs);
  };
  return { ...frame, plan, schoolYear, rows: emptyRows(), takenNames: new Set(), idAt, registerId };
}
