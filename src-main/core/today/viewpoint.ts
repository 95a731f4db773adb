import type { StaffRole } from '../../../src-shared/rights/roles.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import type { CoreContext } from '../dispatch/context.ts';

/** Who looks, and when: what every answer of the morning depends on besides the rows. */
export interface Viewpoint {
  readonly staffId: string;
  readonly role: StaffRole;
  /** The school's day now. */
  readonly day: Day;
  readonly nowMs: number;
}

/** The viewpoint of the person at this desk. */
export function viewpointOf(context: CoreContext): Viewpoint {
  const { id, role } = context.session().person;
  return { staffId: id, role, day: context.schoolTime().day, nowMs: context.clock.nowMs() };
}

/** True for the people who see every child's absence; the others' caches hold bare marks for most children. */
export function seesAllAbsences(role: StaffRole): boolean {
  return role === 'schoolOffice' || role === 'principal';
}
