import { describe, expect, it } from 'vitest';
import { aimText, reachesAim } from '../../bench/aims.ts';
import { tableHead, tableRow } from '../../bench/print-table.ts';
import { type BenchResult, benchResult } from '../../bench/result.ts';

const withRatio = (ratio: number): BenchResult => benchResult('sync.first.106k', 'ms', [ratio * 100], [100]);
const latency = (p95: number): BenchResult => benchResult('sync.latency', 'ms', [20], [4], { p95 });

describe('an aim', () => {
  it('looks at the figure it speaks of', () => {
    expect(reachesAim(withRatio(1.5))).toBe(true);
    expect(reachesAim(withRatio(1.51))).toBe(false);
    expect(reachesAim(latency(50))).toBe(true);
    expect(reachesAim(latency(50.1))).toBe(false);
  });

  it('is missed when the figure was not measured', () => {
    expect(reachesAim(benchResult('sync.latency', 'ms', [20], [4]))).toBe(false);
  });

  it('can ask for more instead of less', () => {
    const rush = (ratio: number) => benchResult('rush.sqlite', 'notes/s', [ratio * 1000], [1000]);
    expect(reachesAim(rush(0.6))).toBe(true);
    expect(reachesAim(rush(0.4))).toBe(false);
    expect(aimText(rush(1))).toBe('ratio ≥ 0.5');
  });

  it('is said in words', () => {
    expect(aimText(withRatio(1))).toBe('ratio ≤ 1.5');
    expect(aimText(latency(1))).toBe('p95 ≤ 50 ms');
    expect(aimText(benchResult('bundle.firstLoad', 'kB', [1], [1]))).toBe('≤ 300 kB');
  });

  it('is not there for what is only watched', () => {
    const watched = benchResult('sync.firstScreen.1500', 'ms', [1], [1]);
    expect(reachesAim(watched)).toBeUndefined();
    expect(aimText(watched)).toBe('');
  });
});

describe('the table', () => {
  it('shows value, floor, ratio and whether the aim is reached', () => {
    const [figures, details] = tableRow(withRatio(2)).split('\n');
    expect(figures).toMatch(/^sync\.first\.106k\s+200 ms\s+100\s+2×\s+✗ ratio ≤ 1\.5$/);
    expect(details).toBe('  200 to 200 ms in 1 runs');
  });

  it('puts whatever else is known below', () => {
    expect(tableRow(latency(30))).toContain('20 to 20 ms in 1 runs, p95 30');
  });

  it('has a head over its columns', () => {
    const [head = ''] = tableHead().split('\n');
    const [row = ''] = tableRow(withRatio(1)).split('\n');
    for (const [name, cell] of [
      ['value', '100 ms'],
      ['ratio', '1×'],
    ] as const) {
      expect(row.slice(head.indexOf(name))).toMatch(new RegExp(`^${cell}`));
    }
  });
});
