import type { OperationResult, ParsedArgs } from '../../../src-shared/contract/staff-contract.ts';
import { toCsv } from '../export/csv.ts';
import { mediaTypes } from '../export/media-types.ts';
import { toXlsx } from '../export/xlsx.ts';

/** A table as a file for German Excel. */
export async function exportTable(
  args: ParsedArgs<'paper.exportTable'>,
): Promise<OperationResult<'paper.exportTable'>> {
  const { format, name, columns, rows } = args;
  const table = { columns, rows };
  const bytes = format === 'csv' ? toCsv(table) : await toXlsx(table, name);
  return {
    fileName: `${fileNameOf(name)}.${format}`,
    mediaType: mediaTypes[format],
    data: Buffer.from(bytes).toString('base64'),
  };
}

/** A name that any system takes: no separators, no control characters, not hidden. */
function fileNameOf(name: string): string {
  const allowed = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/g, ' ');
  return allowed.replace(/^[.\s]+|[.\s]+$/g, '') || 'Postmappe';
}
