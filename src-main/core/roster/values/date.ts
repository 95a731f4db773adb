import { addDays, type Day, isDay } from '../../../../src-shared/values/day.ts';

export type ReadDate =
  | { readonly kind: 'day'; readonly day: Day }
  | {
      readonly kind: 'problem';
      readonly code: 'dateNotUnderstood' | 'dateNotOnCalendar' | 'dateInFuture' | 'dateTooLongAgo';
    };

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const EXCEL_DAY_ZERO = '1899-12-30';
/** Excel serials from 1950 to 2064; smaller numbers are years or numbers, not days. */
const EXCEL_FIRST = 18_264;
const EXCEL_LAST = 60_000;
const FIRST_YEAR = 1900;

/**
 * A birth date in any form found in school lists: `01.02.2018`, `1.2.18`, `1/2/2018`, `2018-02-01`, `20180201`, an Excel
 * serial (`43132`), each with or without a time. Day before month, as in Germany. Two-digit years lie in the past.
 */
export function readDate(text: string, today: Day): ReadDate {
  const bare = text.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const day = readSerial(bare) ?? readParts(bare, today);
  if (day === null) return { kind: 'problem', code: 'dateNotUnderstood' };
  const year = Number(day.slice(0, 4));
  if (year > 0 && year < FIRST_YEAR) return { kind: 'problem', code: 'dateTooLongAgo' };
  if (year > Number(today.slice(0, 4))) return { kind: 'problem', code: 'dateInFuture' };
  if (!isDay(day)) return { kind: 'problem', code: 'dateNotOnCalendar' };
  return day > today ? { kind: 'problem', code: 'dateInFuture' } : { kind: 'day', day };
}

function readSerial(text: string): Day | null {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  return serial >= EXCEL_FIRST && serial <= EXCEL_LAST ? addDays(EXCEL_DAY_ZERO, serial) : null;
}

function readParts(text: string, today: Day): Day | null {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return join(iso[1], iso[2], iso[3]);
  const german = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\.?$/.exec(text);
  return german ? join(fullYear(german[3] ?? '', today), german[2], german[1]) : null;
}

function fullYear(year: string, today: Day): string {
  if (year.length === 4) return year;
  return year <= today.slice(2, 4) ? `20${year}` : `19${year}`;
}

function join(year = '', month = '', day = ''): Day {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
