import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src-main/core/export/csv.ts';
import type { ExportCell, ExportColumn, ExportTable } from '../../../src-shared/export/export-table.ts';
import { restoreText } from '../../../src-shared/export/plain-text-cell.ts';
import { absenceTable, anyTable, hostileText } from './invented-table.ts';

function textOf(table: ExportTable): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(toCsv(table));
}

/** What any other program reads: cells as they stand in the file. */
function cellsOf(table: ExportTable): string[][] {
  return parse(Buffer.from(toCsv(table)), { bom: true, delimiter: ';', recordDelimiter: '\r\n' });
}

function readBack(cell: string, kind: ExportColumn['kind']): ExportCell {
  if (cell === '') return null;
  if (kind === 'number') return Number(cell.replace(',', '.'));
  if (kind === 'day') return cell.split('.').reverse().join('-');
  return kind === 'time' ? cell : restoreText(cell);
}

describe('CSV for German Excel', () => {
  it('has BOM, semicolons, CRLF, German dates and decimal comma, and keeps phones as text', () => {
    expect(textOf(absenceTable)).toBe(
      '\uFEFFName;Von;Uhrzeit;Tage;Rückruf\r\n' +
        "Yıldız, Emre;24.11.2026;08:14;2,5;'01705550142\r\n" +
        '"Weiß; ""Bo""";;;;0170 5550142\r\n',
    );
  });

  it('keeps what does not fit its column, as text', () => {
    const table: ExportTable = {
      columns: [
        { key: 'from', title: 'Von', kind: 'day' },
        { key: 'at', title: 'Uhrzeit', kind: 'time' },
        { key: 'days', title: 'Tage', kind: 'number' },
      ],
      rows: [
        { from: '30.02.2026', at: 'mittags', days: '=1' },
        { from: 5, at: '25:00', days: Number.NaN },
      ],
    };
    expect(cellsOf(table).slice(1)).toEqual([
      ["'30.02.2026", 'mittags', "'=1"],
      ["'5", "'25:00", 'NaN'],
    ]);
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const [head, ...lines] = cellsOf(table);
        expect(head).toEqual(table.columns.map((column) => column.title));
        const rows = lines.map((line) =>
          line.map((cell, at) => readBack(cell, table.columns[at]?.kind ?? 'text')),
        );
        const empty = (cell: ExportCell | undefined) => (cell === '' || cell === undefined ? null : cell);
        expect(rows).toEqual(
          table.rows.map((row) => table.columns.map((column) => plusZero(empty(row[column.key])))),
        );
      }),
    );
  });

  it('S23 lets no cell of text begin a formula, titles included', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, value) => {
        const columns = [{ key: 'a', title, kind: 'text' as const }];
        for (const [cell] of cellsOf({ columns, rows: [{ a: value }, { a: 'end' }] })) {
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        }
      }),
    );
  });

  it('makes a head line of a table without rows', () => {
    expect(cellsOf({ ...absenceTable, rows: [] })).toHaveLength(1);
  });
});

/** -0 and 0 are one number on paper. */
function plusZero(cell: ExportCell): ExportCell {
  return cell === 0 ? 0 : cell;
}
