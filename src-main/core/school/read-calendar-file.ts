import { MOST_PERIODS } from '../../../src-shared/school/calendar.ts';
import { decodeText } from '../roster/decode-text.ts';
import { linesOf } from '../roster/parse-records.ts';
import type { CalendarProblem, ReadCalendar } from './holiday-period.ts';
import { readHolidayEvents } from './read-holiday-events.ts';
import { readHolidayTable } from './read-holiday-table.ts';

/** A calendar of school holidays has a few kilobytes; beyond this it is something else. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads a file of school holidays: iCalendar (RFC 5545) as ministries and holiday sites give it, or a table
 * `Name;Von;Bis`. What can't be understood is named by its line, the rest goes on.
 */
export function readCalendarFile(bytes: Uint8Array): ReadCalendar {
  if (bytes.length > MOST_BYTES || looksBinary(bytes)) return nothing('fileUnreadable');
  const { text } = decodeText(bytes);
  const lines = linesOf(text);
  const isEvents = lines.some((line) => line.trim().toUpperCase() === 'BEGIN:VCALENDAR');
  const read = isEvents ? readHolidayEvents(lines) : readHolidayTable(lines);
  if (read.periods.length === 0 && read.problems.length === 0) return nothing('nothingFound');
  if (read.periods.length <= MOST_PERIODS) return read;
  const problem = { code: 'tooManyPeriods', line: null, value: String(read.periods.length) } as const;
  return { periods: read.periods.slice(0, MOST_PERIODS), problems: [...read.problems, problem] };
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  return head.startsWith('PK') || head.startsWith('%PDF') || head.startsWith('\xd0\xcf\x11\xe0');
}

function nothing(code: CalendarProblem['code']): ReadCalendar {
  return { periods: [], problems: [{ code, line: null, value: '' }] };
}
