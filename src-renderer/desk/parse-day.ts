import { addDays, type Day, isDay, weekday } from '../../src-shared/values/day.ts';

const WEEKDAYS: readonly (readonly string[])[] = [
  ['mo', 'mon', 'montag', 'monday'],
  ['di', 'die', 'dienstag', 'tu', 'tue', 'tuesday'],
  ['mi', 'mit', 'mittwoch', 'we', 'wed', 'wednesday'],
  ['do', 'don', 'donnerstag', 'th', 'thu', 'thursday'],
  ['fr', 'fre', 'freitag', 'fri', 'friday'],
];

/** How far ahead `27.` may lie: a day of the month is always within the next 62 days. */
const LONGEST_LOOK = 62;

/**
 * Reads a day as somebody on the phone says it: `mo`, `27.`, `27.11.`, `27.11.26`, `heute`, `morgen`.
 * A weekday or a day of the month is the next one from today on (today itself included).
 * @returns undefined for what can't be a day
 */
export function parseDay(text: string, today: Day): Day | undefined {
  const said = text.trim().toLowerCase();
  if (said === 'heute' || said === 'today') return today;
  if (said === 'morgen' || said === 'tomorrow') return addDays(today, 1);
  const byName = WEEKDAYS.findIndex((names) => names.includes(said));
  if (byName >= 0) return nextWhere(today, (day) => weekday(day) === byName + 1);
  const match = /^(\d{1,2})\.?(?:(\d{1,2})\.?(\d{2}|\d{4})?)?$/.exec(said.replace(/\s/g, ''));
  if (!match) return isDay(said) ? said : undefined;
  const [, date = '', month, year] = match;
  if (month === undefined) return nextWhere(today, (day) => Number(day.slice(8)) === Number(date));
  return withMonth(today, Number(date), Number(month), year);
}

function withMonth(today: Day, date: number, month: number, year: string | undefined): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  const named = year === undefined ? thisYear : Number(year.length === 2 ? `20${year}` : year);
  const day = dayOf(named, month, date);
  if (year !== undefined || day === undefined || day >= today) return day;
  // "7.1." said in November is next year's; a day just past is meant as it was said.
  return Number(today.slice(5, 7)) - month > 6 ? dayOf(named + 1, month, date) : day;
}

function dayOf(year: number, month: number, date: number): Day | undefined {
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function nextWhere(today: Day, fits: (day: Day) => boolean): Day | undefined {
  for (let ahead = 0; ahead <= LONGEST_LOOK; ahead += 1) {
    const day = addDays(today, ahead);
    if (fits(day)) return day;
  }
  return undefined;
}

/** Reads a time as it is said: `9`, `930`, `9:30`, `9.30`, `9 uhr`. @returns `HH:MM` or undefined */
export function parseTime(text: string): string | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/\s*(uhr|h)$/, '');
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(said);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
