import { type RosterProblem, rosterProblem } from '../../../src-shared/roster/problems.ts';
import type { RosterSeparator } from '../../../src-shared/roster/types.ts';
import type { Stepwise, Tally } from '../../../src-shared/values/stepwise.ts';
import { LINE_SHARE, parseRecords, type RawRow, type Records } from './parse-records.ts';
import { mayBeDoubleEncoded, repairDoubleEncoding } from './repair-double-encoding.ts';
import { separatorDirective, sniffSeparator } from './sniff-separator.ts';
import { tidyCell } from './tidy-cell.ts';

/** A file as headings and rows; cells are tidied. */
export interface RosterTable {
  readonly file: string;
  /** Null where cells need none, as in a workbook. */
  readonly separator: RosterSeparator | null;
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  readonly unreadable: RosterProblem[];
  readonly notes: RosterProblem[];
}

/** What the formats know about tables. */
export interface TableKnowledge {
  readonly isKnown: (heading: string) => boolean;
  /** The heading of rows that have none, told by what stands where; null when nobody knows them. */
  readonly headingByPlace: (rows: readonly RawRow[]) => string[] | null;
  /** Why rows without heading are of no use here, when they are known all the same. */
  readonly otherByPlace: (rows: readonly RawRow[]) => 'listOfClasses' | 'listOfTeachers' | null;
}

/** How far down the heading may stand: exports like to begin with a title and a date. */
const HEADER_SEARCH_ROWS = 10;

/**
 * Lines to table. The heading is the first of the rows in which most cells are known headings.
 * @returns the table, or why there is none (no heading; nothing below the heading).
 */
export function* parseTable(
  lines: string[],
  file: string,
  knowledge: TableKnowledge,
  tally: Tally,
  asked?: RosterSeparator,
): Stepwise<RosterTable | RosterProblem> {
  const directive = separatorDirective(lines[0]);
  if (directive) lines[0] = '';
  const separator = asked ?? directive ?? sniffSeparator(lines, knowledge.isKnown);
  const records = yield* parseRecords(lines, separator, tally);
  const table = yield* tableOf(records, file, knowledge, tally);
  return 'code' in table ? table : { ...table, separator };
}

/** Cells to table. The heading is the first of the rows in which most cells are known headings. */
export function* tableOf(
  records: Records,
  file: string,
  knowledge: TableKnowledge,
  tally: Tally,
): Stepwise<RosterTable | RosterProblem> {
  const notes: RosterProblem[] = [];
  const rows: RawRow[] = [];
  for (const row of records.rows) {
    const tidied = tidyRow(row, file, notes);
    if (tidied.cells.some((cell) => cell !== '')) rows.push(tidied);
    if (tally.count(LINE_SHARE)) yield;
  }
  const headerIndex = findHeader(rows, knowledge.isKnown);
  const byPlace = headerIndex < 0 ? knowledge.headingByPlace(rows) : null;
  const header = byPlace ? { line: 1, cells: byPlace } : rows[headerIndex];
  if (!header)
    return rosterProblem(knowledge.otherByPlace(rows) ?? 'headerMissing', file, {
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
  return { file, separator: null, header: header.cells, rows: body, unreadable, notes };
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

/** True when the rows begin with a known heading, or stand where a format without heading puts them. */
export function hasHeading(rows: readonly RawRow[], { isKnown, headingByPlace }: TableKnowledge): boolean {
  return findHeader(rows, isKnown) >= 0 || headingByPlace(rows) !== null;
}

/** Index of the heading row, -1 when no row has at least two known headings. */
function findHeader(rows: readonly RawRow[], isKnown: (heading: string) => boolean): number {
  const known = rows.slice(0, HEADER_SEARCH_ROWS).map(({ cells }) => cells.filter(isKnown).length);
  const most = Math.max(0, ...known);
  return most >= 2 ? known.indexOf(most) : -1;
}
