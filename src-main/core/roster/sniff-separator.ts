import { type RosterSeparator, rosterSeparators } from '../../../src-shared/roster/types.ts';
import { parseLine } from './parse-records.ts';

/** How far down a heading is looked for, and how many lines tell whether a separator cuts evenly. */
const HEADER_SEARCH_LINES = 10;
const SAMPLE_LINES = 30;

/**
 * The separator under which most headings are known; else the one that cuts the lines most evenly.
 * @param isKnown whether a format knows the heading.
 */
export function sniffSeparator(
  lines: readonly string[],
  isKnown: (heading: string) => boolean,
): RosterSeparator {
  const sample = lines.filter((line) => line.trim() !== '').slice(0, SAMPLE_LINES);
  const rated = rosterSeparators.map((separator) => {
    const rows = sample.map((line) => {
      const parsed = parseLine(line, separator);
      return parsed.kind === 'row' ? parsed.cells : [];
    });
    const known = rows.slice(0, HEADER_SEARCH_LINES).map((cells) => cells.filter(isKnown).length);
    return { separator, known: Math.max(0, ...known), evenness: evenness(rows.map((cells) => cells.length)) };
  });
  rated.sort((left, right) => right.known - left.known || right.evenness - left.evenness);
  return rated[0]?.separator ?? ';';
}

/** Excel's own directive: a first line `sep=;`. */
export function separatorDirective(line: string | undefined): RosterSeparator | null {
  const match = /^"?sep=(.)"?$/i.exec(line?.trimStart().replace(/[\r\n ]+$/, '') ?? '');
  return rosterSeparators.find((separator) => separator === match?.[1]) ?? null;
}

/** Cells per line times the share of lines that have as many; 0 for a separator that doesn't cut. */
function evenness(counts: readonly number[]): number {
  const most = Math.max(1, ...counts);
  if (most === 1) return 0;
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  const [width = 1, lines = 0] = [...tally].sort((left, right) => right[1] - left[1])[0] ?? [];
  return width > 1 ? (lines / counts.length) * Math.min(width, 5) : 0;
}
