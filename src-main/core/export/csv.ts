import {
  cellOf,
  type ExportCell,
  type ExportColumn,
  type ExportTable,
} from '../../../src-shared/export/export-table.ts';
import { keepAsText } from '../../../src-shared/export/plain-text-cell.ts';
import { isDay, timeOfDaySchema } from '../../../src-shared/values/day.ts';

const BOM = '\uFEFF';
const SEPARATOR = ';';
const LINE_END = '\r\n';

/**
 * A table as CSV for German Excel: UTF-8 with BOM, `;`, CRLF, TT.MM.JJJJ, decimal comma. Text and phone
 * numbers stay text and nothing is calculated (see plain-text-cell.ts).
 */
export function toCsv(table: ExportTable): Uint8Array {
  const head = table.columns.map((column) => quote(keepAsText(column.title)));
  const lines = table.rows.map((row) =>
    table.columns.map((column) => quote(csvCell(cellOf(row, column), column.kind))),
  );
  const text = [head, ...lines].map((cells) => cells.join(SEPARATOR) + LINE_END).join('');
  return new TextEncoder().encode(BOM + text);
}

/** What does not fit its column's kind is kept as text, so that nothing is lost. */
function csvCell(value: ExportCell, kind: ExportColumn['kind']): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    return kind === 'number' && Number.isFinite(value) ? germanNumber(value) : keepAsText(String(value));
  }
  if (kind === 'day' && isDay(value)) return value.split('-').reverse().join('.');
  if (kind === 'time' && timeOfDaySchema.safeParse(value).success) return value;
  return keepAsText(value);
}

function germanNumber(value: number): string {
  return String(value).replace('.', ',');
}

function quote(cell: string): string {
  return /[;"\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
