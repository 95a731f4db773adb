import { isWithin } from '../../../../src-shared/roster/similar-name.ts';
import type { RosterEncoding } from '../../../../src-shared/roster/types.ts';
import type { Stepwise, Tally } from '../../../../src-shared/values/stepwise.ts';
import { decodeText } from '../decode-text.ts';
import { linesOf, parseRecords, type Records } from '../parse-records.ts';
import { headingKey, tidyCell } from '../tidy-cell.ts';

/** One row of a part, by the names of its columns; a column or cell that isn't there is ''. */
export interface PartRow<Name extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Name, string>>;
}

export interface Part<Name extends string> {
  /** Path in the zip. */
  readonly path: string;
  readonly rows: readonly PartRow<Name>[];
  readonly broken: Records['broken'];
  readonly missing: readonly Name[];
}

/** For each column its spellings, as {@link headingKey}s. */
type Spellings<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** Headings as long as this are also known with two letters wrong: `prefferedGivenName`, `dataLastModified`. */
const SHORTEST_GUESS = 8;

/** Reads one of the tables of a OneRoster zip: a comma, a heading, any order of columns. */
export function* readPart<Name extends string>(
  path: string,
  bytes: Uint8Array,
  spellings: Spellings<Name>,
  asked: RosterEncoding | undefined,
  tally: Tally,
): Stepwise<Part<Name>> {
  const lines = linesOf(decodeText(bytes, asked).text);
  tally.total += lines.length / 3;
  const { rows, broken } = yield* parseRecords(lines, ',', tally);
  const [header, ...body] = rows;
  const columns = columnsOf(header?.cells ?? [], spellings);
  const names = Object.keys(spellings) as Name[]; // Object.keys knows the keys of a record as strings only
  return {
    path,
    broken,
    missing: names.filter((name) => columns[name] === undefined),
    rows: body.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        names.map((name) => [name, tidyCell(cells[columns[name] ?? -1] ?? '')]),
      ) as Record<Name, string>,
    })),
  };
}

function columnsOf<Name extends string>(
  header: readonly string[],
  spellings: Spellings<Name>,
): Partial<Record<Name, number>> {
  const keys = header.map(headingKey);
  const columns: Partial<Record<Name, number>> = {};
  for (const name in spellings) {
    const known = spellings[name];
    const exact = known.map((spelling) => keys.indexOf(spelling)).find((index) => index >= 0);
    const index = exact ?? keys.findIndex((key) => known.some((spelling) => isMisspelt(key, spelling)));
    if (index >= 0) columns[name] = index;
  }
  return columns;
}

function isMisspelt(key: string, spelling: string): boolean {
  return spelling.length >= SHORTEST_GUESS && isWithin(key, spelling, spelling.length >= 12 ? 2 : 1);
}
