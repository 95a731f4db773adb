import { type Day, inTimeZone } from '../../src-shared/values/day.ts';

export type FormatLanguage = 'de' | 'en';
const LOCALES: Record<FormatLanguage, string> = { de: 'de-DE', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: FormatLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    // A day has no clock and no zone: it is read and written in UTC.
    found = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
    formatters.set(key, found);
  }
  return found;
}

function written(day: Day, language: FormatLanguage, options: Intl.DateTimeFormatOptions): string {
  return formatter(language, options).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Mo` / `Mon`. */
export function weekdayShort(day: Day, language: FormatLanguage): string {
  return written(day, language, { weekday: 'short' }).replace('.', '');
}

/** `24.11.` / `24 Nov`. */
export function dayMonth(day: Day, language: FormatLanguage): string {
  return language === 'de'
    ? `${day.slice(8, 10)}.${day.slice(5, 7)}.`
    : written(day, language, { day: 'numeric', month: 'short' });
}

/** `Mo, 24.11.` / `Mon 24 Nov`: how a day stands in lists. */
export function shortDay(day: Day, language: FormatLanguage): string {
  const separator = language === 'de' ? ', ' : ' ';
  return `${weekdayShort(day, language)}${separator}${dayMonth(day, language)}`;
}

/** `Montag, 24. November` / `Monday 24 November`: how a day stands in a title. */
export function longDay(day: Day, language: FormatLanguage): string {
  return written(day, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** `14.03.2017` / `14 Mar 2017`. */
export function fullDay(day: Day, language: FormatLanguage): string {
  return language === 'de'
    ? `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`
    : written(day, language, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `08:14` in the school's time zone. */
export function timeOfDay(instant: string, timeZone: string): string {
  return inTimeZone(Date.parse(instant), timeZone).time;
}

/** Day and time of an instant; the day only when it is not `today`. */
export function dayAndTime(instant: string, timeZone: string, today: Day, language: FormatLanguage): string {
  const { day, time } = inTimeZone(Date.parse(instant), timeZone);
  return day === today ? time : `${shortDay(day, language)} ${time}`;
}

/** Whole minutes from an instant to `now` (ms since the epoch), never negative. */
export function minutesSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
}

/** `14 min`, from two hours on `2:05 h`. */
export function duration(minutes: number): string {
  if (minutes < 120) return `${minutes} min`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}
