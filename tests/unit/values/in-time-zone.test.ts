import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inTimeZone } from '../../../src-shared/values/day.ts';

const zones = ['Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const formats = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

test('R13 the wall clock of any instant is what the calendar of the platform says', () => {
  const instants = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2099, 0) });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (ms, zone) => {
      const { day, time } = inTimeZone(ms, zone);
      expect(`${day} ${time}`).toBe(formats.get(zone)?.format(ms));
    }),
    { numRuns: 2_000 },
  );
});

test.each(['2026-10-25', '2027-03-28'])('R13 every minute of %s, when the clocks change', (day) => {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  for (let minute = -180; minute < 1440; minute += 1) {
    const ms = midnight + minute * 60_000;
    const wall = inTimeZone(ms, 'Europe/Berlin');
    expect(`${wall.day} ${wall.time}`).toBe(formats.get('Europe/Berlin')?.format(ms));
  }
});
