import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { readZip, type ZipProblem } from './read-zip.ts';

export interface Sheet {
  readonly name: string;
  /** Cells as a person would type them: days as TT.MM.JJJJ, numbers without grouping. */
  readonly rows: readonly (readonly string[])[];
}

export type ReadWorkbook =
  | { readonly kind: 'read'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly code: 'workbookDamaged' | 'workbookTooLarge' | 'zipLocked' };

/** Cells of the rectangle a sheet spans, filled or not: 20,000 rows of 100 columns. */
const MOST_CELLS = 2_000_000;

const refusals = {
  zipDamaged: 'workbookDamaged',
  zipTooLarge: 'workbookTooLarge',
  zipLocked: 'zipLocked',
} as const satisfies Record<ZipProblem, string>;

/**
 * Reads an .xlsx workbook. Formulas are not calculated; the value last shown is taken. The parts are unpacked and
 * measured first, since the library that reads them would believe whatever they claim.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const zip = await readZip(bytes, () => true);
  if (zip.kind === 'refused') return { kind: 'refused', code: refusals[zip.code] };
  for (const [path, part] of zip.parts)
    if (/worksheets\/.*\.xml$/i.test(path) && spannedCells(part.toString('latin1')) > MOST_CELLS)
      return { kind: 'refused', code: 'workbookTooLarge' };
  try {
    const sheets = await readExcelFile(Buffer.from(bytes));
    return {
      kind: 'read',
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) })),
    };
  } catch {
    return { kind: 'refused', code: 'workbookDamaged' };
  }
}

/** One filled cell at the far end of a sheet makes a rectangle of seventeen billion. */
function spannedCells(xml: string): number {
  let width = 0;
  let height = 0;
  for (const [, letters = '', row = ''] of xml.matchAll(/\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']/g)) {
    width = Math.max(width, columnNumber(letters));
    height = Math.max(height, Number(row));
  }
  for (const [, row = ''] of xml.matchAll(/<row\b[^>]*\br\s*=\s*["'](\d+)["']/g))
    height = Math.max(height, Number(row));
  return Math.max(width, 1) * height;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellText(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10).split('-').reverse().join('.');
  return String(value);
}
