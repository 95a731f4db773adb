import { CsvError, parse } from 'csv-parse/sync';
import type { RosterSeparator } from '../../../src-shared/roster/types.ts';
import type { Stepwise, Tally } from '../../../src-shared/values/stepwise.ts';

/** One record of a file. A quoted cell may hold line breaks, so a record can begin lines before the next one does. */
export interface RawRow {
  /** Line on which the record begins, the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Records {
  readonly rows: RawRow[];
  /** Lines whose quotes don't fit together. */
  readonly broken: { readonly line: number; readonly text: string }[];
}

/** A line is gone over three times: cut into cells, tidied, understood. Each counts a third. */
export const LINE_SHARE = 1 / 3;

/** A cell with more line breaks than this is an open quote, not an address. */
const LONGEST_RECORD_LINES = 12;

/** Splits text at all three line ends. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/**
 * Reads records line by line, so that one unbalanced quote costs its own line and not the rest of the file.
 * Blank lines are passed over.
 */
export function* parseRecords(
  lines: readonly string[],
  separator: RosterSeparator,
  tally: Tally,
): Stepwise<Records> {
  const records: Records = { rows: [], broken: [] };
  const width = usualWidth(lines, separator);
  for (let index = 0; index < lines.length; index += 1) {
    if (tally.count(LINE_SHARE)) yield;
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const parsed = parseLine(line, separator);
    if (parsed.kind === 'row') {
      records.rows.push({ line: index + 1, cells: parsed.cells });
      continue;
    }
    const whole = parsed.kind === 'open' ? joinLines(lines, index, separator, width) : null;
    if (whole) {
      records.rows.push({ line: index + 1, cells: whole.cells });
      index = whole.last;
    } else {
      records.broken.push({ line: index + 1, text: line });
    }
  }
  return records;
}

type ParsedLine = { readonly kind: 'row'; readonly cells: string[] } | { readonly kind: 'open' | 'broken' };

/** One line as a record; `open` when a quote isn't closed on it. */
export function parseLine(line: string, separator: RosterSeparator): ParsedLine {
  // Without quotes a line is its cells and the separators between them; the parser would cost a hundred times as much.
  if (!line.includes('"')) return { kind: 'row', cells: line.split(separator) };
  const strict = tryParse(line, separator, false);
  if (typeof strict !== 'string') return { kind: 'row', cells: unwrapped(line, strict, separator) };
  if (strict === 'CSV_QUOTE_NOT_CLOSED') return { kind: 'open' };
  // Quotes inside a cell that doesn't begin with one (`Max "Mäxchen"`) are meant as they stand, if they come in pairs.
  const relaxed = isPaired(line) ? tryParse(line, separator, true) : strict;
  return typeof relaxed === 'string' ? { kind: 'broken' } : { kind: 'row', cells: relaxed };
}

function tryParse(text: string, separator: RosterSeparator, relaxed: boolean): string[] | string {
  try {
    const [cells = []] = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: relaxed,
      trim: separator !== '\t',
      record_delimiter: '\u0000',
    });
    return cells;
  } catch (error) {
    return error instanceof CsvError ? error.code : 'CSV_UNKNOWN_ERROR';
  }
}

/** Excel puts a whole line into quotes when a file is saved twice: `"1;""Anna"";3b"`. */
function unwrapped(line: string, cells: string[], separator: RosterSeparator): string[] {
  const [only, ...more] = cells;
  if (only === undefined || more.length > 0 || !line.trim().startsWith('"') || !only.includes(separator))
    return cells;
  const inner = tryParse(only, separator, false);
  return typeof inner === 'string' ? cells : inner;
}

/**
 * Follows an open quote over the next lines. When one of these is a full record by itself, the quote was left open by
 * mistake, and only its own line is lost.
 */
function joinLines(
  lines: readonly string[],
  first: number,
  separator: RosterSeparator,
  width: number,
): { cells: string[]; last: number } | null {
  let text = lines[first] ?? '';
  for (let last = first + 1; last < Math.min(lines.length, first + LONGEST_RECORD_LINES); last += 1) {
    const next = lines[last] ?? '';
    if (isFullRecord(next, separator, width)) return null;
    text = `${text}\n${next}`;
    const parsed = parseLine(text, separator);
    if (parsed.kind === 'row') return { cells: parsed.cells, last };
    if (parsed.kind === 'broken') return null;
  }
  return null;
}

function isFullRecord(line: string, separator: RosterSeparator, width: number): boolean {
  if (width < 2 || line.split(separator).length < width) return false;
  const cells = line.includes('"') ? tryParse(line, separator, true) : line.split(separator);
  return typeof cells !== 'string' && cells.length === width;
}

/** The number of cells most of the first lines have. */
function usualWidth(lines: readonly string[], separator: RosterSeparator): number {
  const counts = new Map<number, number>();
  for (const line of lines.filter((text) => text.trim() !== '').slice(0, 50)) {
    const parsed = parseLine(line, separator);
    if (parsed.kind === 'row') counts.set(parsed.cells.length, (counts.get(parsed.cells.length) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? 1;
}

function isPaired(text: string): boolean {
  return (text.split('"').length - 1) % 2 === 0;
}
