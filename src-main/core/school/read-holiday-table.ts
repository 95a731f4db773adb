import { addDays, type Day, isDay } from '../../../src-shared/values/day.ts';
import { doAtOnce, Tally } from '../../../src-shared/values/stepwise.ts';
import { parseRecords, type RawRow } from '../roster/parse-records.ts';
import { sniffSeparator } from '../roster/sniff-separator.ts';
import { tidyCell } from '../roster/tidy-cell.ts';
import {
  type CalendarProblem,
  periodOf,
  type ReadCalendar,
  type ReadPeriod,
  sorted,
} from './holiday-period.ts';

const headings: Readonly<Record<string, 'name' | 'from' | 'until'>> = {
  name: 'name',
  ferien: 'name',
  bezeichnung: 'name',
  von: 'from',
  beginn: 'from',
  'erster tag': 'from',
  bis: 'until',
  ende: 'until',
  'letzter tag': 'until',
};

/** Reads a table `Name;Von;Bis`, with or without that heading; the columns may stand in another order under one. */
export function readHolidayTable(lines: readonly string[]): ReadCalendar {
  const separator = sniffSeparator(lines, (cell) => headingOf(cell) !== undefined);
  const { rows, broken } = doAtOnce(parseRecords(lines, separator, new Tally()));
  const header = rows[0]?.cells.map(headingOf) ?? [];
  const hasHeader = header.some((heading) => heading !== undefined);
  const column = (heading: 'name' | 'from' | 'until', usual: number) =>
    hasHeader ? header.indexOf(heading) : usual;
  const columns = { name: column('name', 0), from: column('from', 1), until: column('until', 2) };
  const read = rows.slice(hasHeader ? 1 : 0).map((row) => rowOf(row, columns));
  const unread = broken.map(({ line, text }) =>
    periodOf(line, text, { name: text, fromDay: null, untilDay: null }),
  );
  return sorted([...read, ...unread]);
}

function rowOf(
  { line, cells }: RawRow,
  columns: { name: number; from: number; until: number },
): ReadPeriod | CalendarProblem {
  const cell = (index: number) => tidyCell(cells[index] ?? '');
  const fromDay = dayOf(cell(columns.from));
  const until = cell(columns.until);
  return periodOf(line, cells.join(' | '), {
    name: cell(columns.name),
    fromDay,
    // A single day needs no end.
    untilDay: until === '' ? fromDay : dayOf(until),
  });
}

function headingOf(cell: string) {
  return headings[cell.trim().toLowerCase().replaceAll('"', '')];
}

/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was; serials of 2000 to 2099. */
const EXCEL_DAY_ZERO = '1899-12-30';
const EXCEL_FIRST = 36_526;
const EXCEL_LAST = 73_050;

/** `12.10.2026`, `12.10.26`, `2026-10-12`, with or without a weekday before it, or an Excel serial. */
function dayOf(text: string): Day | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0;
  if (serial >= EXCEL_FIRST && serial <= EXCEL_LAST) return addDays(EXCEL_DAY_ZERO, serial);
  const bare = text.replace(/^\p{L}+\.?,?\s*/u, '').replace(/[T ]\d{1,2}:\d{2}.*$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})$/.exec(bare);
  const [year = '', month = '', day = ''] = iso ? iso.slice(1) : german ? german.slice(1).reverse() : [];
  const full = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(full) ? full : null;
}
