import { aimText, reachesAim } from './aims.ts';
import type { BenchResult } from './result.ts';

const columns = [26, 16, 12, 10, 24] as const;
const usualFields = new Set(['bench', 'unit', 'value', 'min', 'max', 'runs', 'floor', 'ratio']);

function line(cells: readonly string[]): string {
  return cells
    .map((cell, at) => cell.padEnd(columns[at] ?? 0))
    .join('  ')
    .trimEnd();
}

/** The head of the readable table. */
export function tableHead(): string {
  const head = line(['', 'value', 'floor', 'ratio', 'aim']);
  return `${head}\n${'─'.repeat(head.length + 18)}`;
}

/** One result for a person: the figures, whether the aim is reached, and below them what else is known. */
export function tableRow(result: BenchResult): string {
  const reached = reachesAim(result);
  const mark = reached === undefined ? '' : reached ? '✓ ' : '✗ ';
  const { bench, unit, value, min, max, runs, floor, ratio } = result;
  const others = Object.entries(result)
    .filter(([key, found]) => !usualFields.has(key) && found !== undefined)
    .map(([key, found]) => `${key} ${found}`);
  return [
    line([bench, `${value} ${unit}`, `${floor}`, `${ratio}×`, `${mark}${aimText(result)}`]),
    `  ${[`${min} to ${max} ${unit} in ${runs} runs`, ...others].join(', ')}`,
  ].join('\n');
}
