import type { OperationArgs } from '../../../src-shared/contract/staff-contract.ts';
import { keepAsText } from '../../../src-shared/export/plain-text-cell.ts';
import { cellText, type TableColumn } from './columns.ts';

type Export = OperationArgs<'paper.exportTable'>;

/** The rows as a spreadsheet takes them from the clipboard: a line of titles, tabs between cells. */
export function tableText<Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): string {
  const head = columns.map((column) => column.title);
  const lines = rows.map((row) => columns.map((column) => plain(column, row)));
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}

/** Words must not become formulas when pasted; line breaks and tabs would move cells. */
function plain<Row>(column: TableColumn<Row>, row: Row): string {
  const text = cellText(column, row).replace(/[\t\r\n]+/g, ' ');
  return column.kind === 'text' || column.kind === 'phone' ? keepAsText(text) : text;
}

/** What `paper.exportTable` writes: exactly the columns and rows that are shown, in their order. */
export function exportOf<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Omit<Export, 'format'> {
  return {
    name: name.slice(0, 60),
    columns: columns.map(({ key, title, kind }) => ({ key, title, kind })),
    rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column.key, column.value(row)]))),
  };
}
