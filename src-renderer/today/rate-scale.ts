import type { OperationResult } from '../../src-shared/contract/staff-contract.ts';

export type RateWeek = OperationResult<'today.principal'>['weeks'][number];

/** Steps of the scale that read well, as shares. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2];

/** The lines of the scale from zero upwards: at most five, the highest at or above the data. Always from zero. */
export function scaleLines(weeks: readonly RateWeek[]): readonly number[] {
  const rates = weeks.flatMap((week) => [week.rate ?? 0, week.rateLastYear ?? 0]);
  const highest = Math.max(0.01, ...rates);
  const step = STEPS.find((candidate) => highest / candidate <= 4) ?? 0.25;
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Math.round(index * step * 1000) / 1000);
}

/** Where a series runs, as SVG path data. A week without school is a gap, never a zero. */
export function seriesPath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) path += `${drawing ? 'L' : 'M'}${round(x(index))} ${round(y(value))}`;
    drawing = value !== null;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
