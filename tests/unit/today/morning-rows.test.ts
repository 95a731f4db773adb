import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEarlierCases } from '../../../src-main/core/cases/earlier-cases.ts';
import { deskStudent } from '../../../src-main/core/desk/student.ts';
import { evacuationList } from '../../../src-main/core/paper-sheets/class-sheets.ts';
import { readSheetSource } from '../../../src-main/core/paper-sheets/sheet-source.ts';
import { todayClass } from '../../../src-main/core/today/class.ts';
import { todayOffice } from '../../../src-main/core/today/office.ts';
import {
  type FirstPullStep,
  firstLaterStep,
  firstPullSteps,
  isInStep,
  MORNING_SCHOOL_DAYS,
  morningSince,
} from '../../../src-shared/sync/first-pull-steps.ts';
import { tableNames } from '../../../src-shared/tables/registry.ts';
import { aViewpoint } from '../../support/answers.ts';
import type { SeedRow } from '../../support/builders/seed-row.ts';
import { openTestCache, type TestCache } from '../../support/cache.ts';
import { MONDAY, makeSchool } from '../demo/make-school.ts';

const school = makeSchool('small', { today: MONDAY });
const since = morningSince(MONDAY, school.rows.freePeriod);
const viewpoint = aViewpoint({ day: MONDAY, time: '08:14' });

let whole: TestCache;
let morning: TestCache;
beforeAll(async () => {
  whole = await cacheAfter(firstPullSteps);
  morning = await cacheAfter(firstPullSteps.slice(0, firstLaterStep));
});
afterAll(() => Promise.all([whole.close(), morning.close()]));

/** A cache with the rows that some steps of a first pull bring. */
async function cacheAfter(steps: readonly FirstPullStep[]): Promise<TestCache> {
  const cache = await openTestCache();
  for (const step of steps) {
    const rows: readonly Record<string, unknown>[] = school.rows[step.table];
    const brought = rows.filter((row) => isInStep(step, row, since));
    // The generator's lists hold rows of the table they stand under.
    await cache.seed(...(brought.map((row) => ({ table: step.table, row })) as unknown as SeedRow[]));
  }
  return cache;
}

describe('the morning’s rows of a first pull', () => {
  test('are a part of the whole, which each row belongs to once', async () => {
    for (const table of tableNames) {
      const all = await whole.rows(table);
      expect(all).toHaveLength(school.rows[table].length);
      const some = await morning.rows(table);
      expect(some.length).toBeLessThanOrEqual(all.length);
    }
    expect((await morning.rows('absence')).length).toBeLessThan((await whole.rows('absence')).length);
  });

  test('give Heute, each class and the cases of earlier days the same answers as all rows', async () => {
    expect(await todayOffice(morning.db, viewpoint)).toEqual(await todayOffice(whole.db, viewpoint));
    expect(await readEarlierCases(morning.db, viewpoint)).toEqual(
      await readEarlierCases(whole.db, viewpoint),
    );
    for (const { id } of school.rows.schoolClass)
      expect(await todayClass(morning.db, viewpoint, id)).toEqual(await todayClass(whole.db, viewpoint, id));
  });

  test('give the sheets for a morning without computers the same children', async () => {
    const sheet = async ({ db }: TestCache) =>
      evacuationList(await readSheetSource(db, viewpoint, viewpoint.day));
    expect(await sheet(morning)).toEqual(await sheet(whole));
  });

  test('give the phone desk the same answer about each child', async () => {
    for (const { id } of school.rows.student)
      expect(await deskStudent(morning.db, viewpoint, id, MONDAY)).toEqual(
        await deskStudent(whole.db, viewpoint, id, MONDAY),
      );
  });

  test('look back over a weekend and holidays to the fifth school day', () => {
    expect(MORNING_SCHOOL_DAYS).toBe(5);
    expect(morningSince('2026-11-23', [])).toBe('2026-11-16');
    const holidays = { kind: 'schoolHoliday', name: '', fromDay: '2026-10-12', untilDay: '2026-10-24' };
    expect(morningSince('2026-10-26', [holidays])).toBe('2026-10-05');
  });
});
