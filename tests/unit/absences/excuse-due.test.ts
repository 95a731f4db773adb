import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAbsenceDays } from '../../../src-shared/absences/absence-days.ts';
import { excuseDueAfter, isExcuseOverdue } from '../../../src-shared/absences/excuse-due.ts';
import { excuses } from '../../../src-shared/absences/words.ts';
import { addDays, weekday } from '../../../src-shared/values/day.ts';
import { schoolDaysIn } from '../../../src-shared/values/school-calendar.ts';
import { anAbsence } from '../../support/builders/absences.ts';
import { aFreePeriod, FRIDAY, MONDAY, TUESDAY } from '../../support/builders/school.ts';

const settings = { writtenExcuseWithinDays: 3 };
const periods = [aFreePeriod()];
const dueAfter = (lastDay: string) => excuseDueAfter(lastDay, settings, periods);

function absence(fields: Partial<ReturnType<typeof anAbsence>> = {}) {
  return anAbsence({ studentId: '', excuse: 'open', excuseExpected: 'written', ...fields });
}

describe('the written excuse', () => {
  test.each([
    ['of a Monday is due on Thursday', MONDAY, '2026-11-26'],
    ['of a Friday is due on Wednesday', FRIDAY, '2026-12-02'],
    ['of the last day before the holidays is due after them', '2026-12-22', '2027-01-13'],
  ])('%s', (_says, untilDay, due) => {
    expect(dueAfter(untilDay)).toBe(due);
  });

  test('is overdue from the day after', () => {
    expect(isExcuseOverdue(absence(), dueAfter, '2026-11-26')).toBe(false);
    expect(isExcuseOverdue(absence(), dueAfter, '2026-11-27')).toBe(true);
  });

  test.each([
    ['nothing is expected', { excuseExpected: 'none' as const }],
    ['it has come', { writtenExcuseOn: TUESDAY }],
    ['the certificate was seen', { excuseExpected: 'certificate' as const, certificateSeenOn: TUESDAY }],
    ['somebody has decided', { excuse: 'unexcused' as const }],
    ['the end is open', { untilDay: null }],
    ['the absence was withdrawn', { withdrawn: 1 as const }],
  ])('is never overdue when %s', (_says, fields) => {
    expect(isExcuseOverdue(absence(fields), dueAfter, '2027-07-01')).toBe(false);
  });

  test('does not stand in for the certificate', () => {
    const owed = absence({ excuseExpected: 'certificate', writtenExcuseOn: TUESDAY });
    expect(isExcuseOverdue(owed, dueAfter, '2027-07-01')).toBe(true);
  });
});

describe('days on the report card', () => {
  const week = schoolDaysIn(MONDAY, '2026-12-04', []);

  test('are whole school days, by excuse and weekday', () => {
    const absences = [
      absence({ untilDay: TUESDAY, excuse: 'excused' }),
      absence({ fromDay: FRIDAY, untilDay: '2026-11-30', excuse: 'unexcused' }),
      absence({ fromDay: '2026-12-01', untilDay: '2026-12-01', excuse: 'open' }),
      absence({ fromDay: '2026-12-02', untilDay: '2026-12-02', span: 'leavesEarly' }),
      absence({ fromDay: '2026-12-03', untilDay: '2026-12-03', withdrawn: 1 }),
    ];
    expect(countAbsenceDays(absences, week)).toEqual({
      excusedDays: 2,
      unexcusedDays: 2,
      openDays: 1,
      byWeekday: [2, 2, 0, 0, 1],
    });
  });

  test('a day within two absences counts once, and one excuse excuses it', () => {
    const absences = [
      absence({ excuse: 'unexcused' }),
      absence({ excuse: 'excused' }),
      absence({ excuse: 'open' }),
    ];
    expect(countAbsenceDays(absences, week)).toMatchObject({ excusedDays: 1, unexcusedDays: 0, openDays: 0 });
  });

  const someAbsence = fc
    .record({
      offset: fc.integer({ min: -3, max: 12 }),
      length: fc.option(fc.integer({ min: 0, max: 8 })),
      excuse: fc.constantFrom(...excuses),
    })
    .map(({ offset, length, excuse }) => {
      const fromDay = addDays(MONDAY, offset);
      return absence({ fromDay, untilDay: length === null ? null : addDays(fromDay, length), excuse });
    });

  test('never exceed the school days, and weekdays add up to them', () => {
    fc.assert(
      fc.property(fc.array(someAbsence, { maxLength: 6 }), (absences) => {
        const { excusedDays, unexcusedDays, openDays, byWeekday } = countAbsenceDays(absences, week);
        const all = excusedDays + unexcusedDays + openDays;
        const missed = week.filter((day) =>
          absences.some((one) => one.fromDay <= day && (one.untilDay === null || one.untilDay >= day)),
        );
        expect(all).toBe(missed.length);
        expect(byWeekday).toEqual(
          [1, 2, 3, 4, 5].map((at) => missed.filter((day) => weekday(day) === at).length),
        );
      }),
    );
  });
});
