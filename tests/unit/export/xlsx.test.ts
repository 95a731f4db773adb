import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toXlsx } from '../../../src-main/core/export/xlsx.ts';
import type { ExportCell, ExportTable } from '../../../src-shared/export/export-table.ts';
import { minutesOf } from '../../../src-shared/values/day.ts';
import { absenceTable, anyTable } from './invented-table.ts';

async function sheetOf(table: ExportTable, name = 'Abwesenheiten') {
  return readSheet(Buffer.from(await toXlsx(table, name)), { trim: false });
}

/** What a spreadsheet should hold for a cell of ours. */
function expected(value: ExportCell | undefined, kind: string): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'day') return new Date(`${value}T00:00:00Z`).getTime();
  if (kind === 'time') return minutesOf(String(value));
  return value;
}

function found(value: unknown, kind: string): unknown {
  if (value instanceof Date && kind === 'time') return value.getUTCHours() * 60 + value.getUTCMinutes();
  if (value instanceof Date) return value.getTime();
  return kind === 'time' && typeof value === 'number' ? Math.round(value * 24 * 60) : value;
}

describe('XLSX', () => {
  it('holds real dates, numbers and texts under their titles', async () => {
    const [head, first] = await sheetOf(absenceTable);
    expect(head).toEqual(['Name', 'Von', 'Uhrzeit', 'Tage', 'Rückruf']);
    expect(first?.[0]).toBe('Yıldız, Emre');
    expect(first?.[1]).toEqual(new Date('2026-11-24T00:00:00Z'));
    expect(first?.[3]).toBe(2.5);
    expect(first?.[4]).toBe('01705550142');
  });

  it('S23 keeps a formula as words', async () => {
    const table: ExportTable = {
      columns: [{ key: 'a', title: '=1+1', kind: 'text' }],
      rows: [{ a: '=HYPERLINK("http://x";"y")' }, { a: '@SUM(A1)' }],
    };
    expect((await sheetOf(table)).flat()).toEqual(['=1+1', '=HYPERLINK("http://x";"y")', '@SUM(A1)']);
    expect(Buffer.from(await toXlsx(table, 'x')).includes('<f>')).toBe(false);
  });

  it('keeps days that Excel cannot count and drops characters that would damage the file', async () => {
    const table: ExportTable = {
      columns: [
        { key: 'day', title: 'Tag', kind: 'day' },
        { key: 'note', title: 'Notiz', kind: 'text' },
      ],
      rows: [{ day: '1899-12-31', note: 'a\u0000b\u001bc\ud800d\uffffe' }],
    };
    expect((await sheetOf(table))[1]).toEqual(['1899-12-31', 'a b cd e']);
  });

  it('is not damaged by words that every object has', async () => {
    const words = ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf'];
    const table: ExportTable = {
      columns: [{ key: 'a', title: 'constructor', kind: 'text' }],
      rows: words.map((a) => ({ a })),
    };
    expect((await sheetOf(table)).flat()).toEqual(['constructor', ...words].map((word) => `${word} `));
  });

  it('gives a tab name that Excel accepts', async () => {
    for (const name of ['Woche 48: 23.–27. November [alle Klassen]', "''", '', '/\\?*']) {
      await expect(sheetOf(absenceTable, name)).resolves.toHaveLength(3);
    }
  });

  it('reads back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const clean = printable(table);
        const rows = (await sheetOf({ ...clean, rows: [...clean.rows, { name: 'end' }] })).slice(1, -1);
        const kinds = table.columns.map((column) => column.kind);
        expect(rows.map((row) => kinds.map((kind, at) => found(row[at] ?? null, kind)))).toEqual(
          clean.rows.map((row) => table.columns.map((column) => expected(row[column.key], column.kind))),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** XML knows no control characters and no -0, and days before 1900 stay text: these have tests of their own. */
function printable(table: ExportTable): ExportTable {
  const clean = (cell: ExportCell) => {
    // Words that every object has are tested on their own.
    if (typeof cell === 'string' && cell in Object.prototype) return 'word';
    if (typeof cell === 'string') return cell.replace(/\p{Cc}/gu, ' ').toWellFormed();
    return cell === 0 ? 0 : cell;
  };
  return {
    ...table,
    rows: table.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, clean(cell)])),
    ),
  };
}
