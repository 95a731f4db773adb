import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridShape } from '../../../src-renderer/today/grid-shape.ts';
import { type RateWeek, scaleLines, seriesPath } from '../../../src-renderer/today/rate-scale.ts';
import { classTiles, officeMorning } from '../../support/renderer-harness/data/morning.ts';

describe('the grid of classes', () => {
  it('gives each year its row while a row is short', () => {
    const { columns, firstOfGrade, dense } = gridShape(classTiles(3, false));
    expect(columns).toBe(3);
    expect([...firstOfGrade]).toEqual([3, 6, 9]);
    expect(dense).toBe(false);
  });

  it('flows densely in a large school', () => {
    const { dense, firstOfGrade } = gridShape(classTiles(15, false));
    expect(dense).toBe(true);
    expect(firstOfGrade.size).toBe(0);
  });

  it('never breaks, whatever classes there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gradeLevel: fc.integer({ min: 0, max: 13 }) }), { maxLength: 70 }),
        (tiles) => {
          const { columns, firstOfGrade } = gridShape(tiles);
          expect(columns).toBeGreaterThanOrEqual(1);
          for (const index of firstOfGrade)
            expect(tiles[index]?.gradeLevel).not.toBe(tiles[index - 1]?.gradeLevel);
        },
      ),
    );
  });
});

describe('the picture of the absence rate', () => {
  const week = (rate: number | null, rateLastYear: number | null = null): RateWeek => ({
    monday: '2025-11-24',
    rate,
    rateLastYear,
  });

  it('always begins at zero and reaches above the data', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 6 }), (rates) => {
        const lines = scaleLines(rates.map(([now, before]) => week(now, before)));
        expect(lines[0]).toBe(0);
        expect(lines.length).toBeLessThanOrEqual(6);
        const highest = Math.max(0, ...rates.flat().map((rate) => rate ?? 0));
        expect(lines.at(-1)).toBeGreaterThanOrEqual(highest - 0.001);
      }),
    );
  });

  it('leaves a gap for a week without school instead of drawing a zero', () => {
    const path = seriesPath(
      [0.05, null, 0.06, 0.07],
      (index) => index * 10,
      (value) => value * 100,
    );
    expect(path).toBe('M0 5M20 6L30 7');
  });
});

describe('figures and the lists behind them', () => {
  it('agree', () => {
    const today = officeMorning();
    expect(today.absent).toBe(today.absentStudents.length);
    expect(today.unexplained).toBe(today.openCases.filter((open) => !open.waitingReport).length);
  });
});
