import fc from 'fast-check';
import type { ExportCell, ExportTable } from '../../../src-shared/export/export-table.ts';
import { fromNumber } from '../../../src-shared/values/day.ts';

/** A small table with one column of each kind. */
export const absenceTable: ExportTable = {
  columns: [
    { key: 'name', title: 'Name', kind: 'text' },
    { key: 'from', title: 'Von', kind: 'day' },
    { key: 'at', title: 'Uhrzeit', kind: 'time' },
    { key: 'days', title: 'Tage', kind: 'number' },
    { key: 'phone', title: 'Rückruf', kind: 'phone' },
  ],
  rows: [
    { name: 'Yıldız, Emre', from: '2026-11-24', at: '08:14', days: 2.5, phone: '01705550142' },
    { name: 'Weiß; "Bo"', from: null, at: null, days: null, phone: '0170 5550142' },
  ],
};

/** Words as people and attackers type them: any script, quotes, separators, line ends, formulas. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", ' =', '"=', ';='),
        fc.string({ maxLength: 20 }),
      )
      .map(([start, rest]) => start + rest),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('=HYPERLINK("http://x";"y")', '01067', '1e5', 'a;b', '"', 'a\r\nb', '08:14'),
  },
);

const day = fc.integer({ min: -20_000, max: 40_000 }).map(fromNumber);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);

const orEmpty = (cell: fc.Arbitrary<ExportCell>) => fc.option(cell, { nil: null });

/** Tables of every kind of column, the cells of which fit their columns. */
export const anyTable: fc.Arbitrary<ExportTable> = fc
  .array(
    fc.record({
      name: orEmpty(hostileText),
      from: orEmpty(day),
      at: orEmpty(time),
      days: orEmpty(number),
      phone: orEmpty(fc.oneof(hostileText, fc.stringMatching(/^\+?[0-9 /-]{3,18}$/))),
    }),
    { maxLength: 8 },
  )
  .map((rows) => ({ columns: absenceTable.columns, rows }));
