import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayAndTime,
  duration,
  fullDay,
  longDay,
  minutesSince,
  shortDay,
  timeOfDay,
} from '../../../src-renderer/format/dates.ts';
import { percent, wholeNumber } from '../../../src-renderer/format/numbers.ts';
import { readablePhone } from '../../../src-renderer/format/phone.ts';

describe('days and times', () => {
  it('stand as in Germany', () => {
    expect(shortDay('2025-11-24', 'de')).toBe('Mo, 24.11.');
    expect(longDay('2025-11-24', 'de')).toBe('Montag, 24. November');
    expect(fullDay('2017-03-04', 'de')).toBe('04.03.2017');
  });

  it('stand as in English', () => {
    expect(shortDay('2025-11-24', 'en')).toBe('Mon 24 Nov');
    expect(fullDay('2017-03-04', 'en')).toBe('4 Mar 2017');
  });

  it('are those of the school, whatever the PC’s zone is', () => {
    expect(timeOfDay('2025-11-24T07:14:00.000Z', 'Europe/Berlin')).toBe('08:14');
    expect(timeOfDay('2025-07-01T06:14:00.000Z', 'Europe/Berlin')).toBe('08:14');
    expect(timeOfDay('2025-11-24T07:14:00.000Z', 'Atlantic/Azores')).toBe('06:14');
  });

  it('name the day only when it is not today', () => {
    const at = '2025-11-21T06:50:00.000Z';
    expect(dayAndTime(at, 'Europe/Berlin', '2025-11-21', 'de')).toBe('07:50');
    expect(dayAndTime(at, 'Europe/Berlin', '2025-11-24', 'de')).toBe('Fr, 21.11. 07:50');
  });

  it('count minutes, and never backwards', () => {
    const since = '2025-11-24T07:00:00.000Z';
    expect(minutesSince(since, Date.parse('2025-11-24T07:14:59.000Z'))).toBe(14);
    expect(minutesSince(since, Date.parse('2025-11-24T06:00:00.000Z'))).toBe(0);
    expect([duration(0), duration(119), duration(125)]).toEqual(['0 min', '119 min', '2:05 h']);
  });
});

describe('numbers', () => {
  it('carry the signs of the language', () => {
    expect(wholeNumber(106_200, 'de')).toBe('106.200');
    expect(wholeNumber(106_200, 'en')).toBe('106,200');
    expect(percent(0.0714, 'de')).toBe('7,1 %');
    expect(percent(0, 'en')).toBe('0.0 %');
  });
});

describe('phone numbers', () => {
  it.each([
    ['015144702291', '0151 4470 2291'],
    ['+4915755501234', '+49 157 5550 1234'],
    ['01765520118', '0176 5520 118'],
    ['0171 3920053', '0171 3920 053'],
    ['030 23125669', '030 2312 5669'],
    ['04206 91448', '04206 914 48'],
    ['04206 91 44 8', '04206 91 44 8'],
    ['04206/7700-12', '04206 7700 12'],
    ['112', '112'],
    ['00905321234567', '00905321234567'],
  ])('%s is read as %s', (stored, readable) => {
    expect(readablePhone(stored)).toBe(readable);
  });

  it('never gain, lose or swap a digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9][0-9 /-]{2,18}$/), (number) => {
        expect(readablePhone(number).replace(/[^\d+]/g, '')).toBe(number.replace(/[^\d+]/g, ''));
      }),
    );
  });
});
