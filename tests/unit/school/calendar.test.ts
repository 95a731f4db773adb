import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schoolHandlers } from '../../../src-main/core/school/handlers.ts';
import { anId } from '../../support/builders/ids.ts';
import { aFreePeriod } from '../../support/builders/school.ts';
import { seed } from '../../support/builders/seed.ts';
import { openTestCache, reasonOf, run, type TestCache } from '../../support/cache.ts';
import { aContext } from '../../support/core-context.ts';

let cache: TestCache;
beforeEach(async () => {
  cache = await openTestCache();
});
afterEach(() => cache.close());

const weather = {
  kind: 'closure',
  name: 'Witterung',
  fromDay: '2026-12-03',
  untilDay: '2026-12-04',
} as const;
const autumn = {
  kind: 'schoolHoliday',
  name: 'Herbstferien',
  fromDay: '2026-10-12',
  untilDay: '2026-10-24',
} as const;
const importing = (...periods: object[]) =>
  run(cache, 'calendar.import', {
    periods: periods.map((period) => ({ periodId: anId(), ...autumn, ...period })),
  });
const resultOf = (outcome: Awaited<ReturnType<typeof importing>>) =>
  outcome.kind === 'accepted' ? outcome.result : outcome.reason;
const freeDays = async () =>
  (await cache.rows('freePeriod')).map(({ name, fromDay, untilDay }) => `${name} ${fromDay} ${untilDay}`);

test('a closure is entered once, and struck', async () => {
  const periodId = anId();
  expect(reasonOf(await run(cache, 'calendar.enter', { periodId, ...weather }))).toBe('accepted');
  expect(reasonOf(await run(cache, 'calendar.enter', { periodId, ...weather }))).toBe('accepted');
  const other = await run(cache, 'calendar.enter', { periodId, ...weather, untilDay: '2026-12-03' });
  expect(reasonOf(other)).toBe('idTaken');
  expect(await freeDays()).toEqual(['Witterung 2026-12-03 2026-12-04']);
  expect(reasonOf(await run(cache, 'calendar.strike', { periodId }))).toBe('accepted');
  expect(reasonOf(await run(cache, 'calendar.strike', { periodId }))).toBe('accepted');
  expect(await freeDays()).toEqual([]);
});

test('what ends before it begins, or lasts for months, is refused', async () => {
  const enter = (days: object) => run(cache, 'calendar.enter', { periodId: anId(), ...weather, ...days });
  expect(reasonOf(await enter({ untilDay: '2026-12-01' }))).toBe('rangeReversed');
  expect(reasonOf(await enter({ untilDay: '2027-12-04' }))).toBe('periodTooLong');
  expect(reasonOf(await importing({}, { untilDay: '2026-10-01' }))).toBe('rangeReversed');
  expect(await freeDays()).toEqual([]);
});

test('the same list again changes nothing; moved holidays move', async () => {
  expect(resultOf(await importing({}))).toEqual({ entered: 1, moved: 0 });
  expect(resultOf(await importing({}))).toEqual({ entered: 0, moved: 0 });
  expect(resultOf(await importing({ name: 'herbstferien', fromDay: '2026-10-05' }))).toEqual({
    entered: 0,
    moved: 1,
  });
  expect(await freeDays()).toEqual(['herbstferien 2026-10-05 2026-10-24']);
  expect(resultOf(await importing({ fromDay: '2027-10-16', untilDay: '2027-10-30' }))).toEqual({
    entered: 1,
    moved: 0,
  });
});

test('the calendar begins with the present school year, then looks ahead, then back', async () => {
  await seed(cache, {
    freePeriod: [
      aFreePeriod({ kind: 'publicHoliday', name: 'Neujahr', fromDay: '2028-01-01', untilDay: '2028-01-01' }),
      aFreePeriod({ name: 'Osterferien', fromDay: '2026-03-23', untilDay: '2026-04-07' }),
      aFreePeriod({ name: 'Herbstferien', fromDay: '2026-10-12', untilDay: '2026-10-24' }),
    ],
  });
  const { years } = await schoolHandlers(aContext(cache))['calendar.list']({});
  expect(years.map(({ name, current, hasHolidays }) => [name, current, hasHolidays])).toEqual([
    ['2026/27', true, true],
    ['2027/28', false, false],
    ['2025/26', false, true],
  ]);
  expect(years[0]?.periods).toMatchObject([{ name: 'Herbstferien', schoolDays: 10 }]);
});

describe('times and limits', () => {
  const times = { lessonsStart: '07:50', reportCutoff: '07:45', rollCallLimit: '08:10' };
  const lessons = [
    { from: '07:50', until: '08:35' },
    { from: '08:40', until: '09:25' },
  ];
  test('are kept and read back', async () => {
    await run(cache, 'settings.decideTimes', { ...times, lessonTimes: lessons });
    await run(cache, 'settings.decideLimits', {
      certificateFromDay: 3,
      writtenExcuseWithinDays: 5,
      leaveLimitDays: 1,
      idleLockMinutes: 5,
    });
    expect(await schoolHandlers(aContext(cache))['settings.current']({})).toMatchObject({
      ...times,
      lessonTimes: lessons,
      certificateFromDay: 3,
      writtenExcuseWithinDays: 5,
      leaveLimitDays: 1,
      idleLockMinutes: 5,
    });
  });
  test('lessons in each other, and a limit before the first, are refused', async () => {
    const overlapping = [lessons[0], { from: '08:30', until: '09:25' }];
    expect(
      reasonOf(await run(cache, 'settings.decideTimes', { ...times, lessonTimes: overlapping as never })),
    ).toBe('lessonsOverlap');
    expect(
      reasonOf(
        await run(cache, 'settings.decideTimes', { ...times, rollCallLimit: '07:40', lessonTimes: [] }),
      ),
    ).toBe('limitBeforeLessons');
  });
});
