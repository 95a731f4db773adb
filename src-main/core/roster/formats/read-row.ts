import { type RosterProblem, rosterProblem } from '../../../../src-shared/roster/problems.ts';
import type { RawRow } from '../parse-records.ts';
import type { RosterTable } from '../parse-table.ts';
import type { Column, Columns } from './match-columns.ts';
import type { RosterField } from './roster-format.ts';

/** Reads one row by field. */
export interface RowReader {
  readonly line: number;
  /** The cell, or null when the column or its content is missing. */
  readonly text: (field: RosterField) => string | null;
  /** All filled cells of a field that may have several columns. */
  readonly cells: (field: RosterField) => { readonly column: Column; readonly value: string }[];
  readonly problem: (
    code: RosterProblem['code'],
    field: RosterField | null,
    details?: Partial<RosterProblem>,
  ) => RosterProblem;
}

/** A reader for one row of a table. */
export function readRow(row: RawRow, table: RosterTable, columns: Columns): RowReader {
  const cells = (field: RosterField) =>
    (columns.get(field) ?? []).flatMap((column) => {
      const value = row.cells[column.index] ?? '';
      return value === '' ? [] : [{ column, value }];
    });
  const text = (field: RosterField) => cells(field)[0]?.value ?? null;
  return {
    line: row.line,
    text,
    cells,
    problem: (code, field, details = {}) =>
      rosterProblem(code, table.file, {
        line: row.line,
        column: field && (columns.get(field)?.[0]?.heading ?? null),
        value: field && text(field),
        ...details,
      }),
  };
}

/**
 * A row with a cell missing in its middle puts every later value under the wrong heading. It is taken only if what is
 * missing at its end is not one of the fields that say who is meant; and never with filled cells beyond the heading.
 */
export function checkWidth(
  row: RawRow,
  table: RosterTable,
  columns: Columns,
  identity: readonly RosterField[],
): RosterProblem | null {
  const params = { found: row.cells.length, expected: table.header.length };
  const value = row.cells.join(' | ');
  const last = Math.max(...identity.map((field) => columns.get(field)?.[0]?.index ?? -1));
  if (row.cells.length <= last)
    return rosterProblem('tooFewCells', table.file, { line: row.line, value, params });
  const beyond = row.cells.slice(table.header.length).some((cell) => cell !== '');
  return beyond ? rosterProblem('tooManyCells', table.file, { line: row.line, value, params }) : null;
}
