import { addDays, type Day, isDay, weekday } from '../../src-shared/values/day.ts';
import type { ChildDraft } from './people.ts';
import type { Random } from './random.ts';
import type { SchoolDraft } from './school-draft.ts';

const DAYS_PER_YEAR = 365;
const BIRTHDAY_AGE = 8;
const ADULT_AGE = 18;

/** Another day of today's week. */
function elsewhereThisWeek(today: Day): Day {
  return addDays(today, weekday(today) < 5 ? 1 : -1);
}

/** The same day of the year, years ago; 1 March where that year has no 29 February. */
function yearsBefore(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) - years);
  const same = `${year}${day.slice(4)}`;
  return isDay(same) ? same : `${year}-03-01`;
}

/**
 * A birthday that fits the grade: children who turn six by 30 September come to school that year
 * (NSchG § 64). Nobody but the cast has it today, so that the day's list is what the demo says.
 */
export function drawBirthDate(draft: SchoolDraft, random: Random, child: ChildDraft): Day {
  const { today } = draft;
  if (child.role === 'birthdayToday') return yearsBefore(today, BIRTHDAY_AGE);
  if (child.role === 'birthdayThisWeek') return yearsBefore(elsewhereThisWeek(today), BIRTHDAY_AGE);
  if (child.role === 'adult') return yearsBefore(addDays(today, -random.between(30, 300)), ADULT_AGE);
  const first = `${draft.schoolYear - child.schoolClass.grade - 6}-10-01`;
  const day = addDays(first, random.between(0, DAYS_PER_YEAR - 1));
  return day.slice(5) === today.slice(5) ? addDays(day, 9) : day;
}
