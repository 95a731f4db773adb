import type { BenchResult } from './result.ts';

/** What a result should reach. */
export interface Aim {
  /** The figure looked at: a field of the result. */
  readonly of: 'value' | 'ratio' | 'p50' | 'p95' | 'p99';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** The aims of the product, by result; results without one are measured only to be watched. */
const aims: Readonly<Record<string, Aim>> = {
  'bundle.firstLoad': { of: 'value', atMost: 300 },
  'search.1500': { of: 'p99', atMost: 0.5 },
  'search.100000': { of: 'p99', atMost: 2 },
  'search.keyToPaint': { of: 'p95', atMost: 50 },
  'sync.first.10k': { of: 'ratio', atMost: 1.5 },
  'sync.first.106k': { of: 'ratio', atMost: 1.5 },
  'sync.firstScreen': { of: 'value', atMost: 150 },
  'sync.latency': { of: 'p95', atMost: 50 },
  'sync.push1000': { of: 'ratio', atMost: 2.5 },
  'memory.core.firstSync': { of: 'value', atMost: 200 },
  'dashboard.school': { of: 'p95', atMost: 10 },
  'dashboard.class': { of: 'p95', atMost: 10 },
  'dashboard.absences': { of: 'p95', atMost: 10 },
  'startup.cold': { of: 'value', atMost: 1000 },
  'startup.warm': { of: 'value', atMost: 1000 },
  'startup.window': { of: 'value', atMost: 1000 },
  'import.1500': { of: 'value', atMost: 2000 },
  'import.1500.xlsx': { of: 'value', atMost: 2000 },
  'import.1500.oneRoster': { of: 'value', atMost: 2000 },
  'growth.pull.1500': { of: 'ratio', atMost: 1.2 },
  'growth.pull.15000': { of: 'ratio', atMost: 1.2 },
  'rush.sqlite': { of: 'ratio', atLeast: 0.5 },
};

/** The aim of a result, or undefined. */
export function aimOf(bench: string): Aim | undefined {
  return aims[bench];
}

/** Whether a result reaches its aim; undefined when it has none. */
export function reachesAim(result: BenchResult): boolean | undefined {
  const aim = aimOf(result.bench);
  if (!aim) return undefined;
  const found = result[aim.of];
  if (typeof found !== 'number') return false;
  return (
    found <= (aim.atMost ?? Number.POSITIVE_INFINITY) && found >= (aim.atLeast ?? Number.NEGATIVE_INFINITY)
  );
}

/** An aim in words, for example `p95 ≤ 50 ms` or `ratio ≤ 1.5`. */
export function aimText(result: BenchResult): string {
  const aim = aimOf(result.bench);
  if (!aim) return '';
  const unit = aim.of === 'ratio' ? '' : ` ${result.unit}`;
  const name = aim.of === 'value' ? '' : `${aim.of} `;
  return aim.atMost === undefined ? `${name}≥ ${aim.atLeast}${unit}` : `${name}≤ ${aim.atMost}${unit}`;
}
