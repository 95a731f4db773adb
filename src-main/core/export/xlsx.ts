import writeExcelFile, { type Cell } from 'write-excel-file/node';
import {
  cellOf,
  type ExportCell,
  type ExportColumn,
  type ExportTable,
} from '../../../src-shared/export/export-table.ts';
import { isDay, minutesOf, timeOfDaySchema } from '../../../src-shared/values/day.ts';

const MINUTES_PER_DAY = 24 * 60;
/** Excel's limit for the text of one cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767;
/** Before this day Excel counts a 29 February 1900 that never was. */
const FIRST_EXCEL_DAY = '1900-03-01';
/** Column widths in characters; what is longer is cut in the view, never in the cell. */
const NARROWEST = 8;
const WIDEST = 48;

/** A table and what its tab is called; signs that Excel forbids are dropped from the name. */
interface Sheet {
  readonly name: string;
  readonly table: ExportTable;
}

/** {@link toWorkbook} of one table. */
export function toXlsx(table: ExportTable, sheetName: string): Promise<Uint8Array> {
  return toWorkbook([{ name: sheetName, table }]);
}

/**
 * Tables as XLSX, a tab for each: days and times as real dates and times, numbers as numbers, text and phones as text
 * that no program calculates. The head row stays in view.
 */
export async function toWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const file = writeExcelFile(
    sheets.map(({ name, table }) => ({
      data: cellsOf(table),
      sheet: tabName(name),
      stickyRowsCount: 1,
      columns: table.columns.map((column) => ({ width: columnWidth(table, column) })),
    })),
  );
  return new Uint8Array(await file.toBuffer());
}

function cellsOf(table: ExportTable): Cell[][] {
  const head: Cell[] = table.columns.map((column) => ({ ...textCell(column.title), fontWeight: 'bold' }));
  const rows = table.rows.map((row) =>
    table.columns.map((column) => xlsxCell(cellOf(row, column), column.kind)),
  );
  return [head, ...rows];
}

function xlsxCell(value: ExportCell, kind: ExportColumn['kind']): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { type: Number, value } : textCell(String(value));
  }
  if (kind === 'day' && isDay(value) && value >= FIRST_EXCEL_DAY) {
    return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd.mm.yyyy', align: 'left' };
  }
  if (kind === 'time' && timeOfDaySchema.safeParse(value).success) {
    return { type: Number, value: minutesOf(value) / MINUTES_PER_DAY, format: 'hh:mm', align: 'left' };
  }
  return textCell(value);
}

/** `@` tells Excel to leave the cell a text also after somebody has edited it. */
function textCell(value: string) {
  const text = xmlText(value).slice(0, LONGEST_TEXT);
  return { type: String, value: isInherited(text) ? `${text} ` : text, format: '@' } as const;
}

/**
 * The library files texts under their own words in a plain object; one that every object has (`toString`)
 * would damage the file. A blank behind it keeps it apart.
 */
function isInherited(text: string): boolean {
  return text in Object.prototype;
}

/** Control characters and broken surrogates have no place in XML; Excel would call the file damaged. */
function xmlText(value: string): string {
  return value.toWellFormed().replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, ' ');
}

function tabName(name: string): string {
  const allowed = xmlText(name)
    .replace(/[\\/?*[\]:\t\n]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return allowed.slice(0, 31).trim() || 'Postmappe';
}

function columnWidth(table: ExportTable, column: ExportColumn): number {
  const lengths = table.rows.map((row) => String(cellOf(row, column) ?? '').length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), column.title.length);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
