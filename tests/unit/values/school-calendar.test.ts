import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, fromNumber, weekday } from '../../../src-shared/values/day.ts';
import {
  freeDaysIn,
  freePeriodOn,
  holidaysRunOut,
  isSchoolDay,
  lastOfSchoolDays,
  schoolDayBefore,
  schoolDayOnOrAfter,
  schoolDaysIn,
} from '../../../src-shared/values/school-calendar.ts';
import { ageOn, birthdaysOn, schoolYearOf } from '../../../src-shared/values/school-year.ts';
import { aFreePeriod } from '../../support/builders/school.ts';

const christmas = aFreePeriod();
const summer = aFreePeriod({ name: 'Sommerferien', fromDay: '2027-07-08', untilDay: '2027-08-18' });
const ascension = aFreePeriod({
  kind: 'publicHoliday',
  name: 'Himmelfahrt',
  fromDay: '2027-05-06',
  untilDay: '2027-05-06',
});
const periods = [christmas, ascension, summer];

describe('a sick note', () => {
  test.each([
    ['for today, a Monday', '2026-11-23', 1, '2026-11-23'],
    ['for five days from Monday', '2026-11-23', 5, '2026-11-27'],
    ['for two days from Friday', '2026-11-27', 2, '2026-11-30'],
    ['taken down on a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['for two days from the last one before the holidays', '2026-12-22', 2, '2027-01-11'],
    ['for two days around Ascension', '2027-05-05', 2, '2027-05-07'],
    ['R13 for two days over the end of summer time', '2026-10-23', 2, '2026-10-26'],
    ['R13 for two days over the begin of summer time', '2027-03-26', 2, '2027-03-29'],
    ['R13 for two days over a leap day', '2028-02-28', 2, '2028-02-29'],
    ['R13 for three days over a leap day', '2028-02-28', 3, '2028-03-01'],
    ['R13 for two days over the end of February without one', '2027-02-26', 2, '2027-03-01'],
    ['R13 over the end of the school year', '2027-07-07', 2, '2027-08-19'],
  ])('%s', (_says, first, count, last) => {
    expect(lastOfSchoolDays(first, count, periods)).toBe(last);
  });
});

test('the school day before a Monday is a Friday, and holidays are stepped over', () => {
  expect(schoolDayBefore('2026-11-23', periods)).toBe('2026-11-20');
  expect(schoolDayBefore('2027-01-11', periods)).toBe('2026-12-22');
  expect(schoolDayBefore('2027-05-07', periods)).toBe('2027-05-05');
});

test('free days are named, weekends are not', () => {
  expect(freeDaysIn('2027-05-05', '2027-05-09', periods)).toEqual([
    { day: '2027-05-06', name: 'Himmelfahrt' },
    { day: '2027-05-08', name: null },
    { day: '2027-05-09', name: null },
  ]);
  expect(freePeriodOn('2026-12-24', periods)?.name).toBe('Weihnachtsferien');
});

test('a calendar without school days ends every search', () => {
  const never = [aFreePeriod({ fromDay: '1900-01-01', untilDay: '2199-12-31' })];
  expect(schoolDayOnOrAfter('2026-11-23', never)).toBe('2026-11-23');
  expect(schoolDaysIn('2026-11-23', '2199-12-31', never)).toEqual([]);
  expect(freeDaysIn('1900-01-01', '2199-12-31', never).length).toBeLessThan(3000);
});

const day = fc.integer({
  min: daysBetween('1970-01-01', '2024-01-01'),
  max: daysBetween('1970-01-01', '2036-12-31'),
});
const days = day.map(fromNumber);
const somePeriods = fc
  .array(fc.record({ start: days, length: fc.integer({ min: 0, max: 45 }) }), { maxLength: 12 })
  .map((list) =>
    list.map(({ start, length }) => aFreePeriod({ fromDay: start, untilDay: addDays(start, length) })),
  );

describe('R13 whatever the calendar', () => {
  test('n school days from a day hold exactly n school days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), somePeriods, (first, count, free) => {
        const last = lastOfSchoolDays(first, count, free);
        expect(isSchoolDay(last, free)).toBe(true);
        expect(schoolDaysIn(first, last, free)).toHaveLength(count);
      }),
    );
  });

  test('school days and free days part a range without rest', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), somePeriods, (first, length, free) => {
        const last = addDays(first, length);
        const school = schoolDaysIn(first, last, free);
        const without = freeDaysIn(first, last, free).map((one) => one.day);
        expect([...school, ...without].sort()).toEqual(
          Array.from({ length: length + 1 }, (_, index) => addDays(first, index)),
        );
      }),
    );
  });

  test('the school day before is the nearest one', () => {
    fc.assert(
      fc.property(days, somePeriods, (one, free) => {
        const before = schoolDayBefore(one, free);
        expect(before < one && isSchoolDay(before, free)).toBe(true);
        expect(schoolDaysIn(addDays(before, 1), addDays(one, -1), free)).toEqual([]);
      }),
    );
  });

  test('seven days later is the same weekday', () => {
    fc.assert(fc.property(days, (one) => weekday(addDays(one, 7)) === weekday(one)));
  });
});

describe('a school year', () => {
  test.each([
    ['2026-07-31', '2025/26', '2025-08-01', '2026-07-31'],
    ['2026-08-01', '2026/27', '2026-08-01', '2027-07-31'],
    ['2027-01-01', '2026/27', '2026-08-01', '2027-07-31'],
    ['2100-03-01', '2099/00', '2099-08-01', '2100-07-31'],
  ])('R13 of %s is %s', (one, name, fromDay, untilDay) => {
    expect(schoolYearOf(one)).toEqual({ name, fromDay, untilDay });
  });

  test('every day lies in its own school year', () => {
    fc.assert(
      fc.property(days, (one) => {
        const { fromDay, untilDay } = schoolYearOf(one);
        expect(fromDay <= one && one <= untilDay).toBe(true);
        expect(schoolYearOf(addDays(untilDay, 1)).fromDay).toBe(addDays(untilDay, 1));
      }),
    );
  });
});

describe('a birthday', () => {
  test('turns the age on the day itself', () => {
    expect(ageOn('2018-03-05', '2026-03-04')).toBe(7);
    expect(ageOn('2018-03-05', '2026-03-05')).toBe(8);
  });

  test('R13 on 29 February is kept on 1 March where there is none', () => {
    expect(birthdaysOn('2027-03-01')).toEqual(['03-01', '02-29']);
    expect(birthdaysOn('2028-03-01')).toEqual(['03-01']);
    expect(birthdaysOn('2028-02-29')).toEqual(['02-29']);
    expect(ageOn('2020-02-29', '2027-02-28')).toBe(6);
    expect(ageOn('2020-02-29', '2027-03-01')).toBe(7);
  });
});

describe('school holidays that are known', () => {
  const summer = {
    kind: 'schoolHoliday',
    name: 'Sommerferien',
    fromDay: '2026-07-02',
    untilDay: '2026-08-12',
  };
  const holiday = { kind: 'publicHoliday', name: 'Neujahr', fromDay: '2027-01-01', untilDay: '2027-01-01' };

  test.each([
    ['2026-06-17', null],
    ['2026-06-18', '2026-08-12'],
    ['2026-11-24', '2026-08-12'],
  ])('are asked for on %s: %s', (today, lastDay) => {
    expect(holidaysRunOut(today, [holiday, summer])).toBe(lastDay);
  });

  test('are asked for where there are none, whatever else is free', () => {
    expect(holidaysRunOut('2026-11-24', [holiday])).toBe('none');
  });
});
