import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daySchema,
  fromNumber,
  inTimeZone,
  isDay,
  toNumber,
} from '../../../src-shared/values/day.ts';
import { instantAt, minuteOfDay, timeOfMinute } from '../../../src-shared/values/school-clock.ts';

const BERLIN = 'Europe/Berlin';

describe('the instant of a time at the school', () => {
  test.each([
    ['in winter', '2026-11-23', '08:00', '2026-11-23T07:00:00.000Z'],
    ['in summer', '2026-06-15', '08:00', '2026-06-15T06:00:00.000Z'],
    ['R13 the morning after the clocks went back', '2026-10-26', '08:00', '2026-10-26T07:00:00.000Z'],
    ['R13 the morning after the clocks went on', '2027-03-29', '08:00', '2027-03-29T06:00:00.000Z'],
    ['R13 midnight before the clocks go on', '2027-03-28', '00:00', '2027-03-27T23:00:00.000Z'],
    ['R13 in the hour that is skipped', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['R13 in the hour that comes twice', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['R13 on a leap day', '2028-02-29', '08:00', '2028-02-29T07:00:00.000Z'],
    ['R13 at the turn of the year', '2027-01-01', '00:00', '2026-12-31T23:00:00.000Z'],
  ])('%s', (_says, day, time, instant) => {
    expect(instantAt(day, time, BERLIN)).toBe(instant);
  });

  const anyDay = fc.integer({ min: toNumber('2020-01-01'), max: toNumber('2037-12-31') }).map(fromNumber);
  const anyMinute = fc.integer({ min: 0, max: 1439 });

  test('R13 shows that time on that day again, the hour that is skipped apart', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyMinute,
        fc.constantFrom(BERLIN, 'UTC', 'America/New_York'),
        (day, minute, zone) => {
          const time = timeOfMinute(minute);
          const shown = inTimeZone(Date.parse(instantAt(day, time, zone)), zone);
          expect(shown.day).toBe(day);
          if (shown.time !== time) {
            expect(['02', '03']).toContain(time.slice(0, 2));
            expect(Number(shown.time.slice(0, 2))).toBe(Number(time.slice(0, 2)) + 1);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('R13 minutes of the day are what the clock on the wall shows, also on days of 23 and 25 hours', () => {
    fc.assert(
      fc.property(fc.constantFrom('2026-10-25', '2027-03-28', '2026-11-23'), anyMinute, (day, minute) => {
        const shown = minuteOfDay(Date.parse(instantAt(day, timeOfMinute(minute), BERLIN)), day, BERLIN);
        expect([minute, minute + 60]).toContain(shown);
      }),
    );
  });

  test('a day that is over or has not begun lies outside 0 to 1439', () => {
    const noon = Date.parse('2026-11-23T11:00:00Z');
    expect(minuteOfDay(noon, '2026-11-23', BERLIN)).toBe(720);
    expect(minuteOfDay(noon, '2026-11-22', BERLIN)).toBe(2160);
    expect(minuteOfDay(noon, '2026-11-24', BERLIN)).toBe(-720);
    expect(minuteOfDay(Date.parse('2026-11-22T23:00:00Z'), '2026-11-23', BERLIN)).toBe(0);
  });
});

describe('a day', () => {
  test.each(['2028-02-29', '1900-01-01', '2199-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2027-02-29',
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '1899-12-31',
    '2200-01-01',
    '26-01-01',
    '',
  ])('"%s" does not', (text) => {
    expect(daySchema.safeParse(text).success).toBe(false);
  });

  test('R13 counts through leap days and changes of clocks', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  test('R13 begins at the school’s midnight, whatever the hour is elsewhere', () => {
    expect(inTimeZone(Date.parse('2026-11-22T22:59:59Z'), BERLIN)).toEqual({
      day: '2026-11-22',
      time: '23:59',
    });
    expect(inTimeZone(Date.parse('2026-11-22T23:00:00Z'), BERLIN)).toEqual({
      day: '2026-11-23',
      time: '00:00',
    });
  });
});

test('times stay within the day', () => {
  expect([timeOfMinute(-5), timeOfMinute(495.9), timeOfMinute(1500)]).toEqual(['00:00', '08:15', '23:59']);
});
