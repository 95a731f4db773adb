import { type RosterProblem, rosterProblem } from '../../../src-shared/roster/problems.ts';
import type { RosterSeparator } from '../../../src-shared/roster/types.ts';
import type { Stepwise, Tally } from '../../../src-shared/values/stepwise.ts';
import { LINE_SHARE, parseRecords, type RawRow } from './parse-records.ts';
import { mayBeDoubleEncoded, repairDoubleEncoding } from './repair-double-encoding.ts';
import { separatorDirective, sniffSeparator } from './sniff-separator.ts';
import { tidyCell } from './tidy-cell.ts';

/** A file as headings and rows; cells are tidied. */
export interface RosterTable {
  readonly file: string;
  readonly separator: RosterSeparator;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  readonly unreadable: RosterProblem[];
  readonly notes: RosterProblem[];
}

/** How far down the heading may stand: exports like to begin with a title and a date. */
const HEADER_SEARCH_ROWS = 10;

/**
 * Lines to table. The heading is the first of the rows in which most cells are known headings.
 * @param isKnown whether a format knows the heading.
 * @returns the table, or why there is none (no heading; nothing below the heading).
 */
export function* parseTable(
  lines: string[],
  file: string,
  isKnown: (heading: string) => boolean,
  tally: Tally,
  asked?: RosterSeparator,
): Stepwise<RosterTable | RosterProblem> {
  const directive = separatorDirective(lines[0]);
  if (directive) lines[0] = '';
  const separator = asked ?? directive ?? sniffSeparator(lines, isKnown);
  const records = yield* parseRecords(lines, separator, tally);
  const notes: RosterProblem[] = [];
  const rows: RawRow[] = [];
  for (const row of records.rows) {
    const tidied = tidyRow(row, file, notes);
    if (tidied.cells.some((cell) => cell !== '')) rows.push(tidied);
    if (tally.count(LINE_SHARE)) yield;
  }
  const headerIndex = findHeader(rows, isKnown);
  const header = rows[headerIndex];
  if (!header)
    return rosterProblem('headerMissing', file, {
      line: rows[0]?.line ?? 1,
      value: rows[0]?.cells.join(' | ') ?? null,
    });
  if (headerIndex > 0)
    notes.push(
      rosterProblem('linesBeforeHeader', file, { line: header.line, params: { count: headerIndex } }),
    );
  const body = rows.slice(headerIndex + 1);
  if (body.length === 0 && records.broken.length === 0)
    return rosterProblem('onlyHeader', file, { line: header.line });
  const unreadable = records.broken.map(({ line, text: value }) =>
    rosterProblem('quotesUnbalanced', file, { line, value }),
  );
  return { file, separator, header: header.cells, rows: body, unreadable, notes };
}

function tidyRow(row: RawRow, file: string, notes: RosterProblem[]): RawRow {
  const cells = row.cells.map((cell) => {
    const repaired = mayBeDoubleEncoded(cell) ? repairDoubleEncoding(cell) : null;
    if (repaired !== null) {
      notes.push(
        rosterProblem('doubleEncodingRepaired', file, { line: row.line, value: cell, params: { repaired } }),
      );
    }
    return tidyCell(repaired ?? cell);
  });
  return { line: row.line, cells };
}

/** Index of the heading row, -1 when no row has at least two known headings. */
function findHeader(rows: readonly RawRow[], isKnown: (heading: string) => boolean): number {
  const known = rows.slice(0, HEADER_SEARCH_ROWS).map(({ cells }) => cells.filter(isKnown).length);
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : -1;
}
