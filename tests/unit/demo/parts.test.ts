import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  demoCalendar,
  demoSchoolDay,
  schoolYearName,
  schoolYearOf,
} from '../../../resources/demo/calendar.ts';
import { cultures, drawCulture, freeName } from '../../../resources/demo/names.ts';
import { PhoneBook } from '../../../resources/demo/phone-book.ts';
import { Random } from '../../../resources/demo/random.ts';
import { instantAt, timeText } from '../../../resources/demo/school-time.ts';
import { asciiName } from '../../../src-shared/values/ascii-name.ts';
import { isSchoolDay } from '../../../src-shared/values/school-calendar.ts';

describe('the seeded random numbers', () => {
  it('repeat with the seed, and a fork does not shift its origin', () => {
    const draw = (random: Random) => Array.from({ length: 20 }, () => random.bits());
    expect(draw(new Random('a'))).toEqual(draw(new Random('a')));
    expect(draw(new Random('a'))).not.toEqual(draw(new Random('b')));
    const random = new Random('a');
    draw(random.fork('other'));
    expect(draw(random)).toEqual(draw(new Random('a')));
  });

  it('stay in their range and reach all of it', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(40), (seed, first, width) => {
        const random = new Random(seed);
        const drawn = Array.from({ length: 50 }, () => random.between(first, first + width));
        expect(
          drawn.every((number) => Number.isInteger(number) && number >= first && number <= first + width),
        ).toBe(true);
      }),
    );
    const random = new Random('dice');
    expect(new Set(Array.from({ length: 200 }, () => random.between(1, 6)))).toEqual(
      new Set([1, 2, 3, 4, 5, 6]),
    );
  });

  it('shuffle without losing anything and weigh as asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (list) => {
        const before = [...list];
        expect(new Random('s').shuffled(list).toSorted()).toEqual(before.toSorted());
        expect(list).toEqual(before);
      }),
    );
    const random = new Random('weights');
    const drawn = Array.from({ length: 1000 }, () => random.weighted({ often: 9, seldom: 1, never: 0 }));
    expect(drawn.filter((one) => one === 'never')).toEqual([]);
    expect(drawn.filter((one) => one === 'seldom').length).toBeGreaterThan(50);
    expect(drawn.filter((one) => one === 'seldom').length).toBeLessThan(160);
  });

  it('say so when there is nothing to pick from', () => {
    expect(() => new Random('x').pick([])).toThrow(RangeError);
  });
});

describe('the demo calendar', () => {
  it('gives each school year 175 to 210 school days, also beyond the listed years', () => {
    for (let year = 2022; year <= 2040; year += 1) {
      const { schoolDays, periods } = demoCalendar(year, year);
      expect(schoolDays.length, String(year)).toBeGreaterThan(174);
      expect(schoolDays.length, String(year)).toBeLessThan(211);
      expect(schoolDays.every((day) => isSchoolDay(day, periods))).toBe(true);
    }
  });

  it('knows the holidays of 2026', () => {
    const { periods } = demoCalendar(2026, 2026);
    const span = (name: string) =>
      periods.filter((one) => one.name === name).map((one) => [one.fromDay, one.untilDay]);
    expect(span('Herbstferien')).toEqual([['2026-10-12', '2026-10-24']]);
    expect(span('Weihnachtsferien')).toEqual([['2026-12-23', '2027-01-09']]);
    expect(span('Reformationstag')).toContainEqual(['2026-10-31', '2026-10-31']);
    expect(periods[0]).toMatchObject({ name: 'Sommerferien', untilDay: '2026-08-12' });
  });

  it('begins a school year on 1 August', () => {
    expect([schoolYearOf('2026-07-31'), schoolYearOf('2026-08-01'), schoolYearOf('2027-01-01')]).toEqual([
      2025, 2026, 2026,
    ]);
    expect([schoolYearName(2026), schoolYearName(1999)]).toEqual(['2026/27', '1999/00']);
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-21', '2026-11-20'],
    ['2026-12-24', '2026-12-22'],
    ['2027-01-10', '2026-12-22'],
    ['2026-08-05', '2026-07-01'],
    ['2028-02-29', '2028-02-29'],
  ])('takes for %s the school day %s', (day, schoolDay) => {
    expect(demoSchoolDay(day)).toBe(schoolDay);
  });
});

describe('school time', () => {
  it('is one hour ahead of UTC in winter, two in summer, also on the days the clocks change', () => {
    expect(instantAt('2026-11-23', 480)).toBe('2026-11-23T07:00:00.000Z');
    expect(instantAt('2026-06-15', 480)).toBe('2026-06-15T06:00:00.000Z');
    expect(instantAt('2026-03-29', 480)).toBe('2026-03-29T06:00:00.000Z');
    expect(instantAt('2026-10-25', 480)).toBe('2026-10-25T07:00:00.000Z');
  });

  it('is written with two digits each', () => {
    expect([timeText(0), timeText(485), timeText(1439)]).toEqual(['00:00', '08:05', '23:59']);
  });
});

describe('invented people', () => {
  it('have names of sixteen languages, spelt in composed letters', () => {
    expect(Object.keys(cultures)).toHaveLength(16);
    for (const { surnames, children, adults } of Object.values(cultures)) {
      const names = [
        ...surnames.flatMap((one) => [one.female, one.male]),
        ...children.female,
        ...children.male,
        ...adults.female,
        ...adults.male,
      ];
      for (const name of names) {
        expect(name).toBe(name.normalize('NFC').trim());
        expect(name).toMatch(/^\p{L}[\p{L}' -]+$/u);
      }
    }
    const random = new Random('cultures');
    expect(new Set(Array.from({ length: 600 }, () => drawCulture(random).key)).size).toBe(16);
  });

  it.each([
    ['Yıldız', 'yildiz'],
    ['Müller-Özkan', 'mueller-oezkan'],
    ["D'Angelo", 'dangelo'],
    ['Abou Zeid', 'abou-zeid'],
    ['Đorđević', 'dordevic'],
    ['Nguyễn', 'nguyen'],
    ['Weiß', 'weiss'],
    ['Łucja', 'lucja'],
    ['İbrahim', 'ibrahim'],
  ])('%s signs in and gets mail as %s', (name, ascii) => {
    expect(asciiName(name)).toBe(ascii);
  });

  it('are not drawn twice while there are other names', () => {
    const taken = new Set<string>();
    const random = new Random('names');
    const drawn = ['Ada', 'Ben', 'Cem'].map(() => freeName(random, ['Ada', 'Ben', 'Cem'], 'Kurt', taken));
    expect(drawn.toSorted()).toEqual(['Ada', 'Ben', 'Cem']);
    expect(['Ada', 'Ben', 'Cem']).toContain(freeName(random, ['Ada', 'Ben', 'Cem'], 'Kurt', taken));
  });

  it('have numbers of their own until all are given out', () => {
    const book = new PhoneBook(new Random('phones'));
    const mobiles: string[] = [];
    while (book.hasMobile) mobiles.push(book.mobile());
    expect(new Set(mobiles).size).toBe(210);
    const landlines = Array.from({ length: 5000 }, () => book.landline());
    expect(new Set(landlines).size).toBe(5000);
    expect(landlines).toContain(book.landline());
  });
});
