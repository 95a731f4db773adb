import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DemoSchool } from '../../../resources/demo/demo-school.ts';
import { generateDemoSchools } from '../../../resources/demo/generate.ts';
import { countRows } from '../../../resources/demo/history.ts';
import { addDays } from '../../../src-shared/values/day.ts';
import { isSchoolDay } from '../../../src-shared/values/school-calendar.ts';
import { absencesOn, MONDAY, makeSchool } from './make-school.ts';

/** The first schools of the town. */
function town(count: number): DemoSchool[] {
  const schools: DemoSchool[] = [];
  for (const school of generateDemoSchools('municipality', { today: MONDAY, nowTime: '08:14' })) {
    if (schools.push(school) === count) break;
  }
  return schools;
}

describe('the demo generator', () => {
  it('makes the same rows from the same seed, day and time, ids included', () => {
    expect(makeSchool()).toEqual(makeSchool());
    expect(town(2)).toEqual(town(2));
  });

  it('makes other families, but the same cast, from another seed', () => {
    const [one, other] = [makeSchool(), makeSchool('small', { seed: 2 })];
    const names = (school: DemoSchool) =>
      school.rows.student.map((child) => `${child.givenName} ${child.familyName}`);
    expect(names(one).slice(0, 30)).toEqual(names(other).slice(0, 30));
    expect(names(one)).not.toEqual(names(other));
    expect(other.rows.student).toHaveLength(240);
    expect(Math.abs(other.rows.guardian.length - 430)).toBeLessThan(40);
  });

  it('keeps the families when only the day changes', () => {
    const names = (today: string) =>
      makeSchool('small', { today }).rows.guardian.map((one) => `${one.givenName} ${one.familyName}`);
    expect(names('2027-03-10')).toEqual(names(MONDAY));
  });

  it('gives the large school 60 classes, 1,500 children, 90 staff, 30,000 absences, 106,000 rows', () => {
    const { rows, staffAccounts } = makeSchool('large');
    expect(rows.schoolClass).toHaveLength(60);
    expect(rows.student).toHaveLength(1500);
    expect(Math.abs(rows.guardian.length - 2600)).toBeLessThan(80);
    expect(staffAccounts).toHaveLength(90);
    expect(new Set(staffAccounts.map((one) => one.userName)).size).toBe(90);
    expect(Math.abs(rows.absence.length - 30_000)).toBeLessThan(200);
    expect(Math.abs(countRows(rows) - 106_000)).toBeLessThan(1000);
  });

  it('keeps reports and histories of the large school’s newer absences only', () => {
    const { rows } = makeSchool('large');
    const reported = new Set(rows.absenceReport.map((one) => one.absenceId));
    const silent = rows.absence
      .filter((one) => one.reason !== 'leave' && !reported.has(one.id))
      .map((one) => one.fromDay);
    const told = rows.absence.filter((one) => reported.has(one.id)).map((one) => one.fromDay);
    expect(silent.toSorted().at(-1)).toBeDefined();
    expect(String(silent.toSorted().at(-1)) <= String(told.toSorted()[0])).toBe(true);
  });

  it('makes a town’s schools one by one, with keys, names and people of their own', () => {
    const keys = new Set<string>();
    const names = new Set<string>();
    const sizes: number[] = [];
    for (const school of town(12)) {
      keys.add(school.key);
      names.add(school.name);
      sizes.push(school.rows.student.length);
      const accounts = school.staffAccounts.filter((one) => one.role === 'schoolOffice');
      expect(accounts.some((one) => one.userName === 'yildiz')).toBe(school.key === 'lindenbach');
      expect(
        school.rows.student.some((one) => one.familyName === 'Wiśniewska' && one.givenName === 'Mia-Sophie'),
      ).toBe(school.key === 'lindenbach');
      expect(absencesOn(school, MONDAY).length).toBeGreaterThanOrEqual(15);
    }
    expect([keys.size, names.size]).toEqual([12, 12]);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(240);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1010);
  });

  it('holds for any day of six years: 240 children, a morning, school days only', () => {
    const anyDay = fc.integer({ min: 0, max: 6 * 365 }).map((count) => addDays('2024-08-01', count));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 99 }), (today, seed) => {
        const { rows } = makeSchool('small', { today, seed });
        expect(rows.student).toHaveLength(240);
        expect(rows.rollCallMark.filter((one) => one.state === 'missing')).toHaveLength(3);
        expect(rows.absenceReport.filter((one) => one.state === 'waiting')).toHaveLength(4);
        for (const { fromDay, untilDay } of rows.absence) {
          expect(isSchoolDay(fromDay, rows.freePeriod)).toBe(true);
          if (untilDay) expect(isSchoolDay(untilDay, rows.freePeriod)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });
});
