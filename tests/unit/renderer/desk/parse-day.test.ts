import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, parseTime } from '../../../../src-renderer/desk/parse-day.ts';
import { addDays, isDay } from '../../../../src-shared/values/day.ts';

/** A Tuesday. */
const today = '2026-11-24';

describe('a day as it is said on the phone', () => {
  it.each([
    ['heute', '2026-11-24'],
    ['morgen', '2026-11-25'],
    ['mo', '2026-11-30'],
    ['Di', '2026-11-24'],
    ['fr', '2026-11-27'],
    ['27.', '2026-11-27'],
    ['27', '2026-11-27'],
    ['3.', '2026-12-03'],
    ['27.11.', '2026-11-27'],
    ['27.11', '2026-11-27'],
    ['27.11.26', '2026-11-27'],
    ['27.11.2026', '2026-11-27'],
    [' 27. 11. ', '2026-11-27'],
    ['7.1.', '2027-01-07'],
    ['2026-12-01', '2026-12-01'],
  ])('reads %s as %s', (said, day) => {
    expect(parseDay(said, today)).toBe(day);
  });

  it('takes a day just past as it was said', () => {
    expect(parseDay('20.11.', today)).toBe('2026-11-20');
  });

  it.each(['', 'bald', '32.', '30.2.', '31.11.', '1.13.', 'sa', '-3', '99.99.9999'])(
    'does not guess at "%s"',
    (said) => {
      expect(parseDay(said, today)).toBeUndefined();
    },
  );

  it('finds every day of the next weeks by its date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), (ahead) => {
        const day = addDays(today, ahead);
        const [, month, date] = day.split('-');
        expect(parseDay(`${Number(date)}.${Number(month)}.`, today)).toBe(day);
      }),
    );
  });

  it('answers any text with a real day or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        const day = parseDay(said, today);
        expect(day === undefined || isDay(day)).toBe(true);
      }),
    );
  });
});

describe('a time as it is said', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['9 Uhr', '09:00'],
    ['11:05 h', '11:05'],
  ])('reads %s as %s', (said, time) => {
    expect(parseTime(said)).toBe(time);
  });

  it.each(['', '25', '9:75', 'gleich', '9:3'])('does not guess at "%s"', (said) => {
    expect(parseTime(said)).toBeUndefined();
  });
});
