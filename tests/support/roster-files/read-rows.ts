import { type ReadFileOptions, readRosterFile } from '../../../src-main/core/roster/read-file.ts';
import type { ParsedRoster } from '../../../src-shared/roster/types.ts';
import { type TableStyle, writeTable } from './write-table.ts';

/** The day on which the tests read their files. */
export const TODAY = '2026-11-24';

/** Reads bytes that must be readable. */
export function readBytes(bytes: Uint8Array, options: Partial<ReadFileOptions> = {}): ParsedRoster {
  const read = readRosterFile(bytes, { file: 'liste.csv', today: TODAY, ...options });
  if (read.kind === 'refused') throw new Error(`refused: ${JSON.stringify(read.problem)}`);
  return read.roster;
}

/** Writes rows in a style and reads them back. */
export function readRows(
  rows: readonly (readonly string[])[],
  style: Partial<TableStyle> = {},
  options: Partial<ReadFileOptions> = {},
): ParsedRoster {
  return readBytes(writeTable(rows, style), options);
}
