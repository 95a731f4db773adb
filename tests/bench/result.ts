/** What a benchmark prints, one JSON object a line with `--json`. Times and sizes in `unit`. */
export interface BenchResult {
  /** For example `search.1500`. */
  readonly bench: string;
  readonly unit: 'ms' | 'kB' | 'MB' | 'rows/s' | 'notes/s';
  /** Median over the runs. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  /** The same work done as plainly as can be, measured in the same run on the same data. */
  readonly floor: number;
  /** `value / floor`. */
  readonly ratio: number;
  /** Whatever else is worth knowing, such as hit rates. */
  readonly [extra: string]: number | string | undefined;
}

/** The value below which the share `part` (0 to 1) of the samples lies; NaN without samples. */
export function percentile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Four significant digits: more would only pretend. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Puts the values of the runs and of the floor's runs into a result. */
export function benchResult(
  bench: string,
  unit: BenchResult['unit'],
  values: readonly number[],
  floors: readonly number[],
  extra: Readonly<Record<string, number | string>> = {},
): BenchResult {
  const value = median(values);
  const floor = median(floors);
  return {
    bench,
    unit,
    value: rounded(value),
    min: rounded(Math.min(...values)),
    max: rounded(Math.max(...values)),
    runs: values.length,
    floor: rounded(floor),
    ratio: rounded(value / floor),
    ...extra,
  };
}

/** Takes a result as soon as it is there. */
export type Emit = (result: BenchResult) => void;
