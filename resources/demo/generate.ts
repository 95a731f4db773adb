import { type Day, minutesOf } from '../../src-shared/values/day.ts';
import { type DemoCalendar, demoCalendar, demoSchoolDay, schoolYearOf } from './calendar.ts';
import type { DemoSchool } from './demo-school.ts';
import { putDuties } from './duties.ts';
import { makeFamilies } from './families.ts';
import { putGroups } from './groups.ts';
import { putHistory } from './history.ts';
import { morningFrame } from './morning-frame.ts';
import { putInbox, putParkedCalls, putRollCalls, putUnexplained } from './morning-open.ts';
import { putReportedToday } from './morning-reported.ts';
import { putPastDays } from './past-days.ts';
import { type DemoProfile, type HistoryDepth, type SchoolPlan, schoolPlans } from './profiles.ts';
import { Random } from './random.ts';
import { putRegister } from './register-rows.ts';
import { emptyDraft } from './school-draft.ts';
import { putSettings } from './settings-rows.ts';
import { makeStaffAndClasses } from './staff.ts';

export interface DemoOptions {
  /** A school day; any other day becomes the last school day before it (see demoSchoolDay). */
  readonly today: Day;
  /** `HH:MM`, school time; nothing in the demo happens later today. */
  readonly nowTime: string;
  readonly seed?: number;
}

const DEFAULT_SEED = 1;
const END_OF_DAY = minutesOf('23:59');
/** School years before this one that the calendar must reach back, by depth of the history. */
const YEARS_BACK: Readonly<Record<HistoryDepth, number>> = {
  twelveMonths: 1,
  sinceEnrolment: 3,
  eightWeeks: 1,
};

/**
 * The invented schools of a profile, one by one, so that only one is in memory at a time. The same
 * profile, day, time and seed always give the same rows, ids included.
 */
export function* generateDemoSchools(profile: DemoProfile, options: DemoOptions): Generator<DemoSchool> {
  const seed = String(options.seed ?? DEFAULT_SEED);
  const today = demoSchoolDay(options.today);
  const year = schoolYearOf(today);
  // On a Sunday the Friday is over, however early it is.
  const now = today === options.today ? minutesOf(options.nowTime) : END_OF_DAY;
  const calendars = new Map<number, DemoCalendar>();
  for (const plan of schoolPlans(profile, seed)) {
    const back = YEARS_BACK[plan.history];
    const calendar = calendars.get(back) ?? demoCalendar(year - back, year + 1);
    calendars.set(back, calendar);
    yield makeSchool(plan, {
      today,
      now,
      calendar,
      random: new Random(`${seed}/${plan.key}`),
    });
  }
}

function makeSchool(
  plan: SchoolPlan,
  frame: { today: Day; now: number; calendar: DemoCalendar; random: Random },
): DemoSchool {
  const draft = emptyDraft(plan, frame);
  putSettings(draft);
  const { staff, classes, accounts } = makeStaffAndClasses(draft);
  const families = makeFamilies(draft, classes);
  putRegister(draft, families);
  const children = families.flatMap((family) => family.children);
  putHistory(draft, children, staff);
  const morning = morningFrame(draft, { children, classes, staff });
  putReportedToday(morning);
  putUnexplained(morning);
  putRollCalls(morning);
  putInbox(morning);
  putParkedCalls(morning);
  putDuties(morning);
  putPastDays(morning);
  putGroups(draft, children, staff);
  return { key: plan.key, name: plan.name, stateCode: 'DE-NI', staffAccounts: accounts, rows: draft.rows };
}
