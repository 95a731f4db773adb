import type { PresenceState } from '../../../src-shared/paper/daily-sheets.ts';
import { presenceOf } from '../../../src-shared/today/presence.ts';
import { childDay, type SchoolDay } from '../today/read-day.ts';

/** A child's state as sheets know it: who has come late is there; a time only where somebody is awaited or gone. */
export function presenceOnPaper(
  day: SchoolDay,
  studentId: string,
): { state: PresenceState; atTime: string | null } {
  const { state, atTime } = presenceOf(childDay(day, studentId), day.morning);
  if (state === 'comesLater' || state === 'pickedUp') return { state, atTime };
  return { state: state === 'late' ? 'here' : state, atTime: null };
}
