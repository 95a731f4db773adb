import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benchResult, median, percentile, rounded } from '../../bench/result.ts';

describe('percentile', () => {
  it('is one of the samples, with the asked share below it', () => {
    const samples = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1, maxLength: 60 });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(samples, part, (values, share) => {
        const found = percentile(values, share);
        expect(values).toContain(found);
        const below = values.filter((value) => value < found).length;
        expect(below).toBeLessThanOrEqual(values.length * share);
      }),
    );
  });

  it('does not disturb the samples', () => {
    const values = [3, 1, 2];
    expect(median(values)).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });

  it('of nothing is not a number', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('a result', () => {
  it('puts the median beside the floor and keeps the extremes', () => {
    expect(benchResult('sync.first.10k', 'ms', [30, 10, 20], [5, 4, 6], { rows: 9774 })).toEqual({
      bench: 'sync.first.10k',
      unit: 'ms',
      value: 20,
      min: 10,
      max: 30,
      runs: 3,
      floor: 5,
      ratio: 4,
      rows: 9774,
    });
  });

  it('has four digits and no more', () => {
    expect(rounded(1234.567)).toBe(1235);
    expect(rounded(0.00123456)).toBe(0.001235);
  });
});
