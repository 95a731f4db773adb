import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AbsenceFilters,
  childrenAway,
  countFilters,
  covers,
  filtersOf,
  noFilters,
  paramsOf,
  step,
  weekOf,
} from '../../../../src-renderer/absences/absence-filters.ts';
import { absenceReasons, excuses } from '../../../../src-shared/absences/words.ts';
import { fromNumber, toNumber, weekday } from '../../../../src-shared/values/day.ts';
import { lineWith } from './lines.ts';

const TODAY = '2026-11-23';
const CLASS = '01938a00-0000-7000-8000-00000000001f';
const plain: AbsenceFilters = { view: 'day', day: TODAY, ...noFilters };

const days = fc.integer({ min: toNumber('2020-01-01'), max: toNumber('2030-12-31') }).map(fromNumber);
const anyFilters: fc.Arbitrary<AbsenceFilters> = fc.record({
  view: fc.constantFrom('day' as const, 'week' as const),
  day: days,
  classId: fc.constantFrom(null, CLASS),
  reason: fc.constantFrom(null, ...absenceReasons),
  excuse: fc.constantFrom(null, ...excuses),
  onlyOverdue: fc.boolean(),
  withWithdrawn: fc.boolean(),
});

/** The address as it is after the filters were put into it. */
function kept(filters: AbsenceFilters): Record<string, string> {
  return Object.fromEntries(
    Object.entries(paramsOf(filters, TODAY)).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

describe('filters in the address', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(filtersOf(kept(filters), TODAY)).toEqual(filters);
      }),
    );
  });

  it('say nothing while nothing is chosen', () => {
    expect(kept(plain)).toEqual({});
    expect(filtersOf({}, TODAY)).toEqual(plain);
  });

  it('survive whatever else stands there', () => {
    const nonsense = { view: 'year', day: '2026-02-30', class: '../..', reason: 'tired', overdue: 'yes' };
    expect(filtersOf(nonsense, TODAY)).toEqual(plain);
  });

  it('change only what was changed', () => {
    expect(paramsOf({ reason: 'illness' }, TODAY)).toEqual({ reason: 'illness' });
    expect(paramsOf({ day: TODAY }, TODAY)).toEqual({ day: null });
  });

  it('are counted without day and view', () => {
    expect(countFilters({ ...plain, view: 'week', day: '2026-01-01' })).toBe(0);
    expect(countFilters({ ...plain, onlyOverdue: true, excuse: 'open' })).toBe(2);
  });
});

describe('going from day to day', () => {
  it('steps over weekends in both directions', () => {
    expect(step({ ...plain, day: '2026-11-20' }, 1)).toBe('2026-11-23');
    expect(step({ ...plain, day: '2026-11-23' }, -1)).toBe('2026-11-20');
    expect(step({ ...plain, day: '2026-11-21' }, 1)).toBe('2026-11-23');
  });

  it('always ends on a weekday and never stands still', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(1 as const, -1 as const), (day, by) => {
        const next = step({ ...plain, day }, by);
        expect(weekday(next)).toBeLessThanOrEqual(5);
        expect(Math.sign(toNumber(next) - toNumber(day))).toBe(by);
      }),
    );
  });

  it('goes from week to week by Mondays', () => {
    expect(step({ ...plain, view: 'week', day: '2026-11-26' }, 1)).toBe('2026-11-30');
    expect(weekOf('2026-11-26')).toEqual({ fromDay: '2026-11-23', untilDay: '2026-11-29' });
  });
});

describe('who is away on a day', () => {
  it('counts an open end on every later day', () => {
    const open = lineWith({ untilDay: null });
    expect(covers(open, '2026-11-22')).toBe(false);
    expect(covers(open, '2027-07-01')).toBe(true);
  });

  it('counts a child once and withdrawn absences not at all', () => {
    const lines = [
      lineWith({ absenceId: 'a' }),
      lineWith({ absenceId: 'b', span: 'leavesEarly' }),
      lineWith({ absenceId: 'c', studentId: 'other', withdrawn: true }),
    ];
    expect(childrenAway(lines, TODAY)).toBe(1);
    expect(childrenAway(lines, '2026-11-24')).toBe(0);
  });
});
