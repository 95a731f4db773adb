import iconv from 'iconv-lite';
import type { RosterEncoding, RosterSeparator } from '../../../src-shared/roster/types.ts';

export interface TableStyle {
  readonly encoding: Exclude<RosterEncoding, 'mixed'>;
  readonly bom: boolean;
  readonly separator: RosterSeparator;
  /** `needed`: only around cells that hold separator, quote or line break. */
  readonly quotes: 'needed' | 'all';
  readonly lineEnd: '\r\n' | '\n' | '\r';
  /** Umlauts as letter and mark, as some Macs write them; for the Unicode encodings only. */
  readonly decomposed: boolean;
}

const plainStyle: TableStyle = {
  encoding: 'utf-8',
  bom: false,
  separator: ';',
  quotes: 'needed',
  lineEnd: '\r\n',
  decomposed: false,
};

/** Rows as the bytes of a file. */
export function writeTable(rows: readonly (readonly string[])[], style: Partial<TableStyle> = {}): Buffer {
  const { encoding, bom, separator, quotes, lineEnd, decomposed } = { ...plainStyle, ...style };
  const cellText = (cell: string): string => {
    const needed = cell.includes(separator) || /["\r\n]/.test(cell);
    return quotes === 'all' || needed ? `"${cell.replaceAll('"', '""')}"` : cell;
  };
  const text = rows.map((row) => row.map(cellText).join(separator) + lineEnd).join('');
  return iconv.encode(decomposed ? text.normalize('NFD') : text, encoding, { addBOM: bom });
}

/** Text as the bytes of a file, for files that no table writer would write. */
export function writeText(text: string, encoding: TableStyle['encoding'] = 'utf-8'): Buffer {
  return iconv.encode(text, encoding);
}
