import type { ColumnMapping } from '../../../src-shared/roster/mapping.ts';
import { type RosterProblem, rosterProblem } from '../../../src-shared/roster/problems.ts';
import type {
  ParsedRoster,
  RosterEncoding,
  RosterFormatId,
  RosterSeparator,
} from '../../../src-shared/roster/types.ts';
import type { Day } from '../../../src-shared/values/day.ts';
import { doAtOnce, type Stepwise, Tally } from '../../../src-shared/values/stepwise.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { knowledgeOf, readMapped } from './formats/mapped.ts';
import { findFormat, headingByPlace, isKnownHeading, otherByPlace } from './formats/registry.ts';
import type { RosterFormat } from './formats/roster-format.ts';
import { linesOf, parseRecords } from './parse-records.ts';
import { hasHeading, parseTable, type RosterTable, type TableKnowledge, tableOf } from './parse-table.ts';
import { LARGEST_FILE_BYTES, recogniseFile } from './recognise-file.ts';
import { separatorDirective, sniffSeparator } from './sniff-separator.ts';
import { tidyCell } from './tidy-cell.ts';

export interface ReadFileOptions {
  /** The file's name without its folder, as the office knows it. */
  readonly file: string;
  readonly today: Day;
  /** What somebody chose instead of what would be found. */
  readonly encoding?: RosterEncoding | undefined;
  readonly separator?: RosterSeparator | undefined;
  readonly format?: RosterFormatId | undefined;
  readonly mapping?: ColumnMapping | undefined;
}

/** A file that was read, or the one reason why it can't be. */
export type ReadRosterFile =
  | { readonly kind: 'read'; readonly roster: ParsedRoster }
  | { readonly kind: 'refused'; readonly problem: RosterProblem };

const knowledge: TableKnowledge = { isKnown: isKnownHeading, headingByPlace, otherByPlace };

const MEGABYTE = 1024 * 1024;
/** A sample is cut from the beginning of a file. */
const SAMPLE_BYTES = 64 * 1024;
/** Lines named in one sentence; more would fill the screen. */
const MOST_LINES_NAMED = 10;
/** More control characters than this share of the text, and it is not text. */
const MOST_CONTROLS = 0.1;

/**
 * Reads a list of text lines. Encoding, separator and format are found by themselves; what can't be read is listed with
 * its line, and the rest goes in. Never throws, whatever the bytes are.
 */
export function readRosterFile(bytes: Uint8Array, options: ReadFileOptions): ReadRosterFile {
  return doAtOnce(readTextSteps(bytes, options, new Tally()));
}

/** {@link readRosterFile} with pauses; `tally` counts lines. */
export function* readTextSteps(
  bytes: Uint8Array,
  options: ReadFileOptions,
  tally: Tally,
): Stepwise<ReadRosterFile> {
  const { file } = options;
  const kind = recogniseFile(bytes);
  if (kind !== 'text') return refused(typeof kind === 'string' ? 'fileIsBinary' : kind.refused, bytes, file);
  const decoded = decodeText(bytes, options.encoding);
  if (isBinary(decoded)) return refused('fileIsBinary', bytes, file);
  const lines = linesOf(decoded.text);
  tally.total = lines.length;
  const table = yield* parseTable(lines, file, knowledgeFor(options), tally, separatorOf(lines, options));
  const read = yield* readTable(table, options, tally);
  if (read.kind === 'refused') return read;
  const notes = [...decodingNotes(decoded, file), ...read.roster.notes];
  return { kind: 'read', roster: { ...read.roster, encoding: decoded.encoding, notes } };
}

/** Reads rows of cells, as a workbook gives them. */
export function* readCellSteps(
  rows: readonly (readonly string[])[],
  options: ReadFileOptions,
  tally: Tally,
): Stepwise<ReadRosterFile> {
  tally.total = rows.length;
  const records = { rows: rows.map((cells, index) => ({ line: index + 1, cells })), broken: [] };
  return yield* readTable(
    yield* tableOf(records, options.file, knowledgeFor(options), tally),
    options,
    tally,
  );
}

function knowledgeFor({ mapping }: ReadFileOptions): TableKnowledge {
  return mapping ? knowledgeOf(mapping) : knowledge;
}

/** With columns named by hand the separator is still the one their sample was cut with. */
function separatorOf(lines: readonly string[], { separator, mapping }: ReadFileOptions) {
  return (
    separator ??
    (mapping ? (separatorDirective(lines[0]) ?? sniffSeparator(lines, isKnownHeading)) : undefined)
  );
}

/** Rows shown to a person who names the columns. */
const SAMPLE_ROWS = 6;

/** The first rows of a text, cut into cells as they would be read; empty for what is no text. */
export function sampleText(bytes: Uint8Array, options: ReadFileOptions): string[][] {
  if (recogniseFile(bytes) !== 'text') return [];
  const decoded = decodeText(bytes.subarray(0, SAMPLE_BYTES), options.encoding);
  if (isBinary(decoded)) return [];
  const lines = linesOf(decoded.text).filter((line) => line.trim() !== '');
  const directive = separatorDirective(lines[0]);
  const separator = options.separator ?? directive ?? sniffSeparator(lines, isKnownHeading);
  const records = doAtOnce(parseRecords(lines.slice(directive ? 1 : 0, 40), separator, new Tally()));
  return sampleCells(records.rows.map(({ cells }) => cells));
}

/** The first filled rows, tidied. */
export function sampleCells(rows: readonly (readonly string[])[]): string[][] {
  return rows
    .map((cells) => cells.map(tidyCell))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .slice(0, SAMPLE_ROWS);
}

/** True for rows in which one of the formats finds its heading or its places. */
export function isList(rows: readonly (readonly string[])[]): boolean {
  return hasHeading(
    rows.map((cells, index) => ({ line: index + 1, cells })),
    knowledge,
  );
}

function* readTable(
  table: RosterTable | RosterProblem,
  { file, format: asked, mapping, today }: ReadFileOptions,
  tally: Tally,
): Stepwise<ReadRosterFile> {
  if ('code' in table) return { kind: 'refused', problem: table };
  const format = mapping ? mappedFormat(mapping) : findFormat(table.header, file, asked);
  if ('code' in format) return { kind: 'refused', problem: format };
  const read = yield* format.read(table, { today }, tally);
  return {
    kind: 'read',
    roster: {
      file,
      format: format.id,
      encoding: null,
      separator: table.separator,
      covers: format.covers,
      students: read.students,
      guardians: read.guardians,
      ...(read.phones ? { phones: read.phones } : {}),
      unreadable: [...table.unreadable, ...read.unreadable].sort(byLine),
      notes: [...table.notes, ...read.notes],
    },
  };
}

/** A file that can't be taken, with the sizes its sentence may name. */
export function refused(
  code: RosterProblem['code'],
  bytes: Uint8Array,
  file: string,
): Extract<ReadRosterFile, { kind: 'refused' }> {
  const params = { megabytes: Math.ceil(bytes.length / MEGABYTE), limit: LARGEST_FILE_BYTES / MEGABYTE };
  return { kind: 'refused', problem: rosterProblem(code, file, { params }) };
}

function mappedFormat(mapping: ColumnMapping): Pick<RosterFormat, 'id' | 'covers' | 'read'> {
  return {
    id: 'mapped',
    covers: mapping.kind,
    read: (table, options, tally) => readMapped(table, mapping, options, tally),
  };
}

function decodingNotes(decoded: DecodedText, file: string): RosterProblem[] {
  const { oddLines, nulCount } = decoded;
  const named = oddLines.slice(0, MOST_LINES_NAMED).join(', ');
  const lines = oddLines.length > MOST_LINES_NAMED ? `${named} …` : named;
  return [
    ...(oddLines.length > 0
      ? [rosterProblem('mixedEncodings', file, { params: { count: oddLines.length, lines } })]
      : []),
    ...(nulCount > 0 ? [rosterProblem('nulRemoved', file, { params: { count: nulCount } })] : []),
  ];
}

function isBinary({ text, nulCount }: DecodedText): boolean {
  const sample = text.slice(0, 20_000);
  const controls = sample.match(/(?![\t\n\r])\p{Cc}/gu)?.length ?? 0;
  return sample.length === 0 || controls + nulCount > (sample.length + nulCount) * MOST_CONTROLS;
}

function byLine(left: RosterProblem, right: RosterProblem): number {
  return (left.line ?? 0) - (right.line ?? 0);
}
